// @ts-check
/**
 * The critical days one by one: what happens, what the guide asks, who is needed, who is away and who covers.
 * Never why somebody is away. Refuses to know the page and the clock.
 */
import {ownRanges} from './clashes.js'
import {dayNumber, isoDate, isWorkingDay} from './dates.js'
import {valueAt} from './plan.js'
import {dueOf} from './schedule.js'

/**
 * @typedef {{id: string, title: string, name: string, cover: string}} Seat
 * @typedef {{person: string, seats: Seat[]}} Away
 * @typedef {{date: string, isOff: boolean, happens: string[], tasks: string[], away: Away[]}} CriticalDay
 */

/**
 * @param {DatesData} data
 * @param {import('./planning.js').PlanningData} more
 * @param {Plan} plan
 * @param {Schedule} found
 * @returns {{days: CriticalDay[], seats: Seat[]}}
 */
export function criticalDays(data, more, plan, found) {
  const stretch = found.days.get('critical-days')
  const seats = Object.entries(more.seats).map(([id, title]) => ({id, title, name: valueAt(plan, `seats/${id}/name`), cover: valueAt(plan, `seats/${id}/cover`)}))
  if (!stretch) return {days: [], seats}
  const leave = ownRanges(plan, 'leave')
  const tasks = Object.entries(more.tasks).map(([id, title]) => ({title, date: dueOf(data, found, data.tasks[id])?.date}))
  const length = Math.max(dayNumber(stretch.end) - dayNumber(stretch.date) + 1, 0)
  const days = Array.from({length}, (_, at) => isoDate(dayNumber(stretch.date) + at)).map(date => ({
    date,
    isOff: !isWorkingDay(dayNumber(date), found.calendar.holidays),
    happens: data.milestones.filter(({id}) => happensOn(found.days.get(id), date)).map(({title}) => title),
    tasks: tasks.filter(task => task.date === date).map(({title}) => title),
    away: leave.filter(one => one.from <= date && one.to >= date).map(({title}) => ({person: title, seats: seats.filter(seat => isSame(seat.name, title))})),
  }))
  return {days, seats}
}

/** A single day, or the first or last of what lasts; the stretch itself is no news. @param {Day | undefined} day @param {string} date */
function happensOn(day, date) {
  return Boolean(day) && day?.id !== 'critical-days' && (day?.date === date || (day?.end === date && day.rule?.kind === 'span'))
}

/** @param {string} one @param {string} other */
const isSame = (one, other) => one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * "Dr Shah (Lead GP): Dr Lee covers", "Dr Shah (Lead GP): cover needed", "Pat Green"
 * @param {Away} away
 */
export function awayWords({person, seats}) {
  if (!seats.length) return person
  return seats.map(({title, cover}) => `${person} (${title}): ${cover ? cover + ' covers' : 'cover needed'}`).join('; ')
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Day, Schedule} from './shapes.js' */
