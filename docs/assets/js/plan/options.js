// @ts-check
/**
 * What can be done about a limit that is not kept, and what each answer to a question would change.
 * Each is a change that is shown before it is made. Refuses to know the page and the clock.
 */
import {daysBetween, dayNumber, inWords, isoDate} from './dates.js'
import {isUsualDay, isUsualWeekday, thirdCheck} from './leadtimes.js'
import {calledOf, limitsOf, mendedDay} from './limits.js'
import {goLiveChange, withChange} from './moves.js'
import {valueAt} from './plan.js'
import {daysWithoutResults, schedule} from './schedule.js'

const NOBODY = {at: 0, device: 'preview'}
const LONGEST_MOVE = 180
/** 72 hours from the evening of final data production end before the morning of the fourth day. */
const DAYS_IN_72_HOURS = 3

/** @typedef {{title: string, change: import('./moves.js').Change}} Option */

/**
 * List what would keep a limit: its own date moved, its rule again, another Go Live.
 * @param {DatesData} data @param {Plan} plan @param {string} today @param {import('./limits.js').Broken} broken
 * @returns {Option[]}
 */
export function optionsFor(data, plan, today, broken) {
  const {id, pinned} = broken
  const found = /** @type {Schedule} */ (schedule(data, plan, today))
  const name = calledOf(data, id)
  const day = mendedDay(broken, found.calendar.holidays)
  const keeps = (/** @type {Option} */ {change}) => isKept(data, withChange(plan, change, NOBODY), today, broken)
  /** @type {Option[]} */
  const options = []
  if (day >= today) options.push({title: `Move ${name} to ${inWords(day, 'short')}`, change: [[`milestones/${id}/date`, day], [`milestones/${id}/state`, 'agreed']]})
  if (pinned) options.push({title: `Let ${name} follow its rule again`, change: [[`milestones/${id}/date`, ''], [`milestones/${id}/state`, '']]})
  const goLive = nearestGoLive(data, plan, today, broken)
  if (goLive) options.push({title: `Move Go Live to ${inWords(goLive, 'short')}`, change: goLiveChange(plan, goLive).change ?? []})
  return options.filter(keeps)
}

/** @param {DatesData} data @param {Plan} plan @param {string} today @param {import('./limits.js').Broken} broken */
function isKept(data, plan, today, {id, side}) {
  return !limitsOf(data, /** @type {Schedule} */ (schedule(data, plan, today))).some(one => one.id === id && one.side === side)
}

/** The next usual Go Live at which a limit is kept. @param {DatesData} data @param {Plan} plan @param {string} today @param {import('./limits.js').Broken} broken */
function nearestGoLive(data, plan, today, broken) {
  const first = dayNumber(valueAt(plan, 'goLive') > today ? valueAt(plan, 'goLive') : today) + 1
  for (let day = first; day < first + LONGEST_MOVE; day += 1) {
    const {change} = isUsualWeekday(day, plan) ? goLiveChange(plan, isoDate(day)) : {change: undefined}
    const next = change && withChange(plan, change, NOBODY)
    if (next && isUsualDay(/** @type {Schedule} */ (schedule(data, next, today))) && isKept(data, next, today, broken)) return isoDate(day)
  }
}

/**
 * What each answer to a question would change: the days of the cutover, or the end of access.
 * @param {DatesData} data @param {Plan} plan @param {string} today @param {string} choice
 */
export function waysOf(data, plan, today, choice) {
  const {options = [], standard = ''} = data.choices.find(one => one.id === choice) ?? {}
  const chosen = valueAt(plan, `choices/${choice}`) || standard || ''
  const answers = standard ? options : [...options, {id: '', title: 'Not yet known'}]
  return answers.map(({id, title}) => {
    const change = /** @type {import('./moves.js').Change} */ ([[`choices/${choice}`, id]])
    const found = /** @type {Schedule} */ (schedule(data, withChange(plan, change, NOBODY), today))
    const day = (/** @type {string} */ milestone) => found.days.get(milestone)?.date ?? ''
    const cutover = daysBetween(day('final-data-production'), found.goLive)
    return {
      id, title, change, isChosen: id === chosen, cutover,
      production: day('final-data-production'), linksOff: day('links-off'), signOff: day('data-signed-off'),
      accessEnds: day('old-access-ends'), decideBy: day('longer-access-decided'),
      results: daysWithoutResults(data, found),
      isOver72Hours: cutover > DAYS_IN_72_HOURS,
      broken: limitsOf(data, found), third: thirdCheck(found),
    }
  })
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Schedule} from './shapes.js' */
