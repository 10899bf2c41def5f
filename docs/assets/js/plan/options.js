// @ts-check
/**
 * What can be done about a limit that is not kept, and what each answer to a question would change.
 * Each is a change that is shown before it is made. Refuses to know the page and the clock.
 */
import {daysBetween, dayNumber, inWords, isoDate} from './dates.js'
import {isUsualDay, isUsualWeekday, thirdCheck} from './leadtimes.js'
import {calledOf, isOrder, isTooShort, limitsOf, mendedDay} from './limits.js'
import {goLiveChange, withChange} from './moves.js'
import {valueAt} from './plan.js'
import {daysWithoutResults, schedule} from './schedule.js'
import {standingOf} from './standing.js'

const NOBODY = {at: 0, device: 'preview'}
const LONGEST_MOVE = 180
const PRODUCTION = 'final-data-production'
const BEFORE_GO_LIVE = ['live-data-rechecked', 'go-no-go-go-live']
/** 72 hours from the evening of final data production end before the morning of the fourth day. */
const DAYS_IN_72_HOURS = 3

/**
 * @typedef {import('./moves.js').Change} Change
 * @typedef {import('./limits.js').Broken} Broken
 * @typedef {{title: string, change: Change}} Option
 */

/**
 * List what would keep a limit and break no other: its own date moved, its rule again, another Go Live.
 * @param {DatesData} data @param {Plan} plan @param {string} today @param {Broken} broken
 * @returns {Option[]}
 */
export function optionsFor(data, plan, today, broken) {
  const found = /** @type {Schedule} */ (schedule(data, plan, today))
  const unkept = limitsOf(data, found)
  const cause = isOrder(broken.limit) ? unkept.find(one => one.id === broken.limit.anchor) : undefined
  const own = [...(cause ? [cause] : []), broken].flatMap(one => dateOptions(data, one, found))
  const moves = goLivesNear(plan, today).map(date => moveTo(plan, date))
  const keeps = (/** @type {Option} */ {change}) => {
    const next = /** @type {Schedule} */ (schedule(data, withChange(plan, change, NOBODY), today))
    const left = limitsOf(data, next).map(nameOf)
    return !left.includes(nameOf(broken)) && left.every(name => unkept.map(nameOf).includes(name)) && (next.goLive === found.goLive || isUsualDay(next))
  }
  const [earlier, later] = [moves.filter(({change}) => change[0][1] < found.goLive), moves.filter(({change}) => change[0][1] > found.goLive)]
  return [...own.filter(keeps), ...earlier.filter(keeps).slice(-1), ...firstOf(later, keeps)]
}

/** One that is broken, by name. @param {Broken} broken */
const nameOf = ({id, side}) => `${id} ${side}`

/** @template T @param {T[]} all @param {(one: T) => boolean} isIt */
function firstOf(all, isIt) {
  const first = all.find(isIt)
  return first ? [first] : []
}

/** Its date on the day that is allowed, or by its rule again. @param {DatesData} data @param {Broken} broken @param {Schedule} found @returns {Option[]} */
function dateOptions(data, broken, {calendar, today}) {
  const [{id, pinned}, name, day] = [broken, calledOf(data, broken.id), mendedDay(broken, calendar.holidays)]
  const path = (/** @type {string} */ field) => `milestones/${id}/${field}`
  return [
    ...(day >= today ? [{title: `Move ${name} to ${inWords(day, 'short')}`, change: /** @type {Change} */ ([[path('date'), day], [path('state'), 'agreed']])}] : []),
    ...(pinned ? [{title: `Let ${name} follow its rule again`, change: /** @type {Change} */ ([[path('date'), ''], [path('state'), '']])}] : []),
  ]
}

/** Another Go Live. On the Monday after a weekend cutover, what must come before it is on the Sunday. @param {Plan} plan @param {string} date @returns {Option} */
function moveTo(plan, date) {
  const sunday = isoDate(dayNumber(date) - 1)
  const isAfterWeekend = valueAt(plan, 'choices/cutover') === 'weekend' && inWords(sunday).startsWith('Sunday')
  const before = isAfterWeekend ? BEFORE_GO_LIVE.filter(id => !standingOf(plan, id).state) : []
  const title = `Move Go Live to ${inWords(date, 'short')}`
  return {
    title: before.length ? `${title}, and re-check and decide on ${inWords(sunday, 'brief')}` : title,
    change: [...goLiveChange(plan, date).change ?? [], ...before.flatMap(id => /** @type {Change} */ ([[`milestones/${id}/date`, sunday], [`milestones/${id}/state`, 'agreed']]))],
  }
}

/** The usual days for another Go Live; after a weekend cutover also those of the week before. @param {Plan} plan @param {string} today */
function goLivesNear(plan, today) {
  const goLive = dayNumber(valueAt(plan, 'goLive'))
  const first = Math.max(valueAt(plan, 'choices/cutover') === 'weekend' ? goLive - 6 : goLive + 1, dayNumber(today) + 1)
  return Array.from({length: LONGEST_MOVE}, (_, at) => first + at).filter(day => day !== goLive && isUsualWeekday(day, plan)).map(isoDate)
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
    const change = /** @type {Change} */ ([[`choices/${choice}`, id]])
    const then = withChange(plan, change, NOBODY)
    const found = /** @type {Schedule} */ (schedule(data, then, today))
    const broken = limitsOf(data, found)
    const short = broken.find(isTooShort)
    const day = (/** @type {string} */ milestone) => found.days.get(milestone)?.date ?? ''
    const cutover = daysBetween(day(PRODUCTION), found.goLive)
    return {
      id, title, change, isChosen: id === chosen, cutover,
      production: day(PRODUCTION), linksOff: day('links-off'), signOff: day('data-signed-off'),
      accessEnds: day('old-access-ends'), decideBy: day('longer-access-decided'),
      results: daysWithoutResults(data, found),
      isOver72Hours: cutover > DAYS_IN_72_HOURS,
      broken, third: thirdCheck(found),
      /** What would make it fit, with the choice itself. */
      fits: short ? optionsFor(data, then, today, short).map(one => ({title: one.title, change: /** @type {Change} */ ([...change, ...one.change])})) : [],
    }
  })
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Schedule} from './shapes.js' */
