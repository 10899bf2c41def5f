/** The critical days as plain values, for tests. */
import {awayWords, criticalDays, neededWords} from '/js/plan/critical.js'
import {schedule} from '/js/plan/schedule.js'

export function critical(data, more, plan) {
  const {days} = criticalDays(data, more, plan, schedule(data, plan, '2027-03-16'))
  return days.map(({needed, away, ...day}) => ({...day, needed: neededWords(needed), away: away.map(awayWords)}))
}
