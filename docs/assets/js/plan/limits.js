// @ts-check
/**
 * Which dates lie outside their limits, by how much, and what would be right. Nothing is forbidden.
 * Refuses to know the page and the clock. What a limit means: decisions/0009.
 */
import {addMonths, addWorkingDays} from './counting.js'
import {dayNumber, inWords, isoDate} from './dates.js'
import {dueOf} from './schedule.js'

/** May be on the working day before, however many days before that is. */
const LINKS_OFF = 'links-off'
const ORDER = 'order-placed'
const SIDES = /** @type {const} */ (['earliest', 'latest'])

/**
 * @typedef {object} Broken - a limit that a date does not keep
 * @property {string} id - of the milestone
 * @property {'earliest' | 'latest'} side
 * @property {string} date - of the milestone, its last day where it lasts and must end in time
 * @property {string} allowed - the limit's own day: this day or earlier, or this day or later
 * @property {number} days - from the date to the day that is allowed
 * @property {import('./shapes.js').Rule} limit
 * @property {boolean} isOrder - one thing must come before another: no amount was chosen
 * @property {boolean} pinned - agreed or confirmed, so it does not move by itself
 * @property {string} says
 */

/**
 * List the limits that are not kept, in the order of the milestones. What is done cannot be mended and is left out.
 * @param {DatesData} data
 * @param {Schedule} found
 * @returns {Broken[]}
 */
export function limitsOf(data, found) {
  return data.milestones.flatMap(milestone => SIDES.flatMap(side => {
    const day = found.days.get(milestone.id)
    const limit = milestone[side]
    const allowed = day && day.state !== 'done' && limit ? limitDay(data, found, limit, milestone.id === LINKS_OFF && side === 'earliest') : undefined
    if (!day || !limit || !allowed) return []
    const date = side === 'latest' ? day.end || day.date : day.date
    if (side === 'latest' ? date <= allowed : date >= allowed) return []
    const broken = {id: milestone.id, side, date, allowed, days: dayNumber(allowed) - dayNumber(date), limit, isOrder: isOrder(limit), pinned: day.pinned}
    return [{...broken, says: limitSentence(data, found, broken)}]
  }))
}

/**
 * The day of a limit itself, which never moves off a day off; none where it counts from what is not in this plan.
 * @param {DatesData} data @param {Schedule} found @param {Rule} limit @param {boolean} [orWorkingDayBefore]
 * @returns {string | undefined}
 */
export function limitDay(data, found, limit, orWorkingDayBefore = false) {
  const own = dueOf(data, found, {...limit, kind: ''})?.date
  if (!own || !orWorkingDayBefore) return own
  const before = dueOf(data, found, {...limit, amount: 1, unit: 'working-day', kind: ''})?.date ?? own
  return before < own ? before : own
}

/** How a weekend cutover can fit. */
export const WEEKEND = 'A weekend cutover begins on Friday at 5pm. Two ways fit: go live on the Monday with the re-check on the Sunday, or agree final data production for the Friday.'

/** Is this final data production too close to Go Live? @param {{id: string, side: string}} broken */
export const isTooShort = ({id, side}) => id === 'final-data-production' && side === 'latest'

/** Is this an order that leaves more time than usual? @param {{id: string, side: string}} broken */
export const isEarlyOrder = ({id, side}) => id === ORDER && side === 'earliest'

/** One thing before, after or on the day of another, with no amount between. @param {Rule} limit */
export const isOrder = ({amount, unit}) => amount === 0 || (amount === 1 && unit === 'day')

/** A milestone inside a sentence: "the technical survey". @param {DatesData} data @param {string} id */
export const calledOf = ({called, milestones}, id) => called[id] ?? `“${milestones.find(one => one.id === id)?.title ?? id}”`

/** A milestone as a sentence begins with it: "The technical survey". @param {DatesData} data @param {string} id */
export function subjectOf(data, id) {
  const name = calledOf(data, id)
  return name[0].toUpperCase() + name.slice(1)
}

/** "is" or "are", as its name asks for. @param {DatesData} data @param {string} id */
export function isOrAre(data, id) {
  const [head] = calledOf(data, id).split(/ (?:of|to|about|on|a) /)
  return /[^s]s$/.test(head) ? 'are' : 'is'
}

/** A rule's anchor inside a sentence. @param {DatesData} data @param {string} anchor */
export function anchorWords(data, anchor) {
  const [id, isEnd] = anchor.split('/')
  return (isEnd ? 'the end of ' : '') + calledOf(data, id)
}

/** "10 working days" @param {number} amount @param {string} unit */
export const amountWords = (amount, unit) => `${amount} ${unit.replace('-', ' ')}${amount === 1 ? '' : 's'}`

/**
 * @param {DatesData} data @param {Schedule} found
 * @param {{id: string, side: 'earliest' | 'latest', date: string, allowed: string, limit: Rule}} broken
 */
function limitSentence(data, found, {id, side, date, allowed, limit}) {
  if (isEarlyOrder({id, side})) return earlyOrderWords(data, found, date, allowed, limit)
  const anchor = dueOf(data, found, {...limit, amount: 0, unit: 'day', direction: 'on', kind: ''})?.date ?? allowed
  const way = distanceBetween(anchor, date, limit.unit, found.calendar.holidays)
  const isLimitBefore = limit.direction === 'before'
  const isSameSide = date !== anchor && (date < anchor) === isLimitBefore
  const needed = amountWords(limit.amount, limit.unit)
  const brief = way.isWhole ? String(limit.amount) : needed
  const [is, isAtLeast] = [limit.amount === 1 ? 'is' : 'are', isLimitBefore === (side === 'latest')]
  const isDayOff = !isAtLeast && way.isWhole && way.amount === limit.amount // counted in working days, it lies on a day off after them
  const where = date === anchor ? 'on the day of' : `${isDayOff ? 'more than ' : ''}${way.words} ${date < anchor ? 'before' : 'after'}`
  let need = isAtLeast ? `at least ${brief} ${is} needed` : `at most ${brief} ${is} allowed`
  if (!isSameSide) need = `it must be at least ${needed} ${limit.direction}`
  if (isOrder(limit)) need = orderWords(side, limit)
  if (id === LINKS_OFF && side === 'earliest') need += ', or the working day before'
  return `${subjectOf(data, id)} ${isOrAre(data, id)} ${where} ${anchorWords(data, limit.anchor)}; ${need}: ${inWords(allowed, 'short')} or ${side === 'latest' ? 'earlier' : 'later'}.`
}

/** More time than usual is no fault, but others may not hold their dates so long. @param {DatesData} data @param {Schedule} found @param {string} date @param {string} allowed @param {Rule} limit */
function earlyOrderWords(data, found, date, allowed, {amount, anchor, unit}) {
  const {latest} = /** @type {DatesData['milestones'][number]} */ (data.milestones.find(({id}) => id === ORDER))
  const usual = latest ? `${amount} to ${amountWords(latest.amount, unit)}` : amountWords(amount, unit)
  const to = dueOf(data, found, {anchor, amount: 0, unit: 'day', direction: 'on', kind: '', source: ''})?.date ?? allowed
  return `${subjectOf(data, ORDER)} is ${distanceBetween(to, date, unit, found.calendar.holidays).words} before ${anchorWords(data, anchor)}, earlier than the usual ${usual}; `
    + `that is no fault, but ask whether your new supplier holds Go Live so long. The usual time begins on ${inWords(allowed, 'short')}.`
}

/** @param {'earliest' | 'latest'} side @param {Rule} limit */
function orderWords(side, {amount}) {
  const [first, second] = side === 'latest' ? ['before', 'after'] : ['after', 'before']
  return amount ? `it must come ${first} it` : `it must not come ${second} it`
}

/**
 * How far a day is from another, in a unit as far as it goes, with the days that are left. No unit becomes another.
 * @param {string} from @param {string} to @param {string} unit @param {Set<number>} holidays
 */
export function distanceBetween(from, to, unit, holidays) {
  const [start, end] = [dayNumber(from), dayNumber(to)]
  const step = end < start ? -1 : 1
  const days = Math.abs(end - start)
  /** @param {number} amount */
  const after = amount => {
    if (unit === 'working-day') return amount ? addWorkingDays(start, amount, step, holidays) : start
    return unit === 'month' ? addMonths(start, amount * step) : start + amount * step * (unit === 'week' ? 7 : 1)
  }
  let amount = unit === 'working-day' ? 0 : Math.floor(days / (unit === 'week' ? 7 : unit === 'month' ? 31 : 1))
  while ((end - after(amount + 1)) * step >= 0) amount += 1
  const rest = unit === 'working-day' ? 0 : Math.abs(end - after(amount))
  const words = amount ? amountWords(amount, unit) + (rest ? ` and ${amountWords(rest, 'day')}` : '') : amountWords(days, 'day')
  return {amount, rest, words, isWhole: amount > 0 && !rest}
}

/** The day of a limit, moved to a working day on the side that is allowed. @param {Broken} broken @param {Set<number>} holidays */
export function mendedDay({allowed, side}, holidays) {
  return isoDate(addWorkingDays(dayNumber(allowed), 0, side === 'latest' ? -1 : 1, holidays))
}

/** @import {DatesData, Rule, Schedule} from './shapes.js' */
