// @ts-check
/**
 * What stands in the way of a date: busy periods, bank holidays, events and leave of the practice.
 * Warnings with a reason; nothing is forbidden. Refuses to know the page and the clock.
 */
import {isWorkingDay} from './counting.js'
import {dayNumber, inWords, isoDate} from './dates.js'
import {calledOf} from './limits.js'
import {valueAt} from './plan.js'
import {holidayBefore} from './schedule.js'

const CRITICAL = 'critical-days'
/** Days that need people, beside every event. */
const NEEDS_PEOPLE = new Set([CRITICAL, 'first-data-check', 'second-data-check', 'core-training'])
const NO_REST = 'Staff and suppliers come back to a backlog.'

/**
 * @typedef {{month: number, day: number} | {easter: number}} YearDay - `easter`: days after Easter Sunday, before is negative
 * @typedef {{id: string, title: string, first: YearDay, last: YearDay, why: string, source: string}} Period
 * @typedef {{id: string, kind: 'event' | 'leave', title: string, from: string, to: string}} OwnRange
 * @typedef {object} Clash
 * @property {string} id
 * @property {'period' | 'holiday' | 'after-holiday' | 'event' | 'leave'} kind
 * @property {string} title - what is in the way
 * @property {string} from
 * @property {string} to
 * @property {string[]} touches - the milestones that it meets
 * @property {string} says
 */

/**
 * List what stands in the way, in this order: days off, periods of the year, the reader's events, leave.
 * @param {DatesData} data
 * @param {Period[]} periods
 * @param {Plan} plan
 * @param {Schedule} found
 * @param {OwnRange[]} [own] - the reader's events and leave, where they are known already
 * @returns {Clash[]}
 */
export function clashesOf(data, periods, plan, found, own = ownDays(plan)) {
  const critical = found.days.get(CRITICAL)
  if (!critical) return []
  return [
    ...holidayClashes(found, critical),
    ...periods.flatMap(period => periodClashes(period, critical)),
    ...own.flatMap(range => ownClash(data, found, range)),
  ]
}

/** @param {Schedule} found @param {Day} critical @returns {Clash[]} */
function holidayClashes({days, goLive, calendar}, critical) {
  const [monday, sunday] = [mondayOf(critical.date), mondayOf(critical.end) + 6]
  const off = Array.from({length: sunday - monday + 1}, (_, at) => monday + at).filter(day => calendar.holidays.has(day)).map(isoDate)
  const first = /** @type {[string, string, string][]} */ ([
    ['final-data-production', 'Final data production', days.get('final-data-production')?.date ?? ''], ['go-live', 'Go Live', goLive],
  ])
  return [
    ...off.map(date => clash(`holiday-${date}`, 'holiday', 'Bank holiday', date, date, [CRITICAL], `${inWords(date, 'short')} is a bank holiday in a week of the critical days. Fewer people can help, and fewer days are left.`)),
    ...first.filter(([, , date]) => date && holidayBefore(date, calendar)).map(([id, title, date]) =>
      clash(`after-holiday-${id}`, 'after-holiday', 'After a bank holiday', date, date, [id], `${title} is on ${inWords(date, 'short')}, the first working day after a bank holiday. ${NO_REST}`)),
  ]
}

/** @param {Period} period @param {Day} critical @returns {Clash[]} */
function periodClashes({id, title, first, last, why}, critical) {
  return yearsOf(critical).flatMap(year => {
    const [from, to] = rangeIn(year, first, last)
    if (to < critical.date || from > critical.end) return []
    const says = `${title}, ${rangeWords(from, to)}, meets your critical days, ${rangeWords(critical.date, critical.end)}. ${why}`
    return [clash(`${id}-${year}`, 'period', title, from, to, [CRITICAL], says)]
  })
}

/** A period may begin in the year before. @param {Day} critical */
function yearsOf({date, end}) {
  const [first, last] = [Number(date.slice(0, 4)) - 1, Number(end.slice(0, 4))]
  return Array.from({length: last - first + 1}, (_, at) => first + at)
}

/**
 * A period of the year that begins in a year. One whose last day comes before its first ends in the next.
 * @param {number} year @param {YearDay} first @param {YearDay} last
 * @returns {[string, string]}
 */
export function rangeIn(year, first, last) {
  const from = dayIn(year, first)
  const to = dayIn(year, last)
  return [from, to < from ? dayIn(year + 1, last) : to]
}

/** @param {number} year @param {YearDay} day */
function dayIn(year, day) {
  return isoDate('easter' in day ? easterSunday(year) + day.easter : Date.UTC(year, day.month - 1, day.day) / 86_400_000)
}

/**
 * Easter Sunday as a day number, by the rule of the Gregorian calendar.
 * @param {number} year
 */
export function easterSunday(year) {
  const century = Math.floor(year / 100)
  const moon = (19 * (year % 19) + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30
  const late = moon - Number(moon > 28 || (moon === 28 && year % 19 > 10))
  const full = Date.UTC(year, 2, 21) / 86_400_000 + late
  return full + 7 - (full + 4) % 7
}

/**
 * The reader's events, or the leave that they typed, with days that can be counted with.
 * @param {Plan} plan @param {'events' | 'leave'} kind
 * @returns {OwnRange[]}
 */
export function ownRanges(plan, kind) {
  return Object.keys(plan[kind]).flatMap(id => {
    const path = `${kind}/${id}`
    const from = valueAt(plan, `${path}/from`)
    const to = valueAt(plan, `${path}/to`) || from
    if (valueAt(plan, `${path}/removed`) || !isDay(from) || !isDay(to)) return []
    const title = valueAt(plan, `${path}/${kind === 'leave' ? 'person' : 'title'}`)
    return [{id, kind: /** @type {'event' | 'leave'} */ (kind === 'leave' ? kind : 'event'), title, from: from < to ? from : to, to: from < to ? to : from}]
  }).sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))
}

/** Events first, then leave. @param {Plan} plan */
export const ownDays = plan => [...ownRanges(plan, 'events'), ...ownRanges(plan, 'leave')]

/** @param {DatesData} data @param {Schedule} found @param {OwnRange} range @returns {Clash[]} */
function ownClash(data, {days, calendar}, {id, kind, title, from, to}) {
  const touched = data.milestones.filter(one => meets(days.get(one.id), from, to))
  const works = Array.from({length: Math.min(dayNumber(to) - dayNumber(from) + 1, 31)}, (_, at) => dayNumber(from) + at)
    .some(day => isWorkingDay(day, calendar.holidays))
  if (!touched.length || !works) return []
  const range = rangeWords(from, to)
  const what = listed(touched.map(one => calledOf(data, one.id)))
  const says = kind === 'leave' ? `${title} is away ${range}: ${what}. Agree who covers.` : `${title}, ${range}, meets ${what}.`
  return [clash(id, kind, title, from, to, touched.map(one => one.id), says)]
}

/** "one, two and three" @param {string[]} names */
const listed = names => [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ')

/** Does it need people on one of these days, and is it still to come? @param {Day | undefined} day @param {string} from @param {string} to */
function meets(day, from, to) {
  if (!day || day.state === 'done') return false
  const needsPeople = day.id === 'go-live' || day.rule?.kind === 'event' || NEEDS_PEOPLE.has(day.id)
  return needsPeople && day.date <= to && (day.end || day.date) >= from
}

/** @type {(id: string, kind: Clash['kind'], title: string, from: string, to: string, touches: string[], says: string) => Clash} */
const clash = (id, kind, title, from, to, touches, says) => ({id, kind, title, from, to, touches, says})

/** "Tue 1 June 2027", "Tue 1 to Thu 10 June 2027", "Mon 31 May to Fri 4 June 2027" @param {string} from @param {string} to */
export function rangeWords(from, to) {
  const last = inWords(to, 'short')
  if (from === to) return last
  const same = from.slice(0, 7) === to.slice(0, 7) ? 2 : from.slice(0, 4) === to.slice(0, 4) ? 3 : 4
  return `${inWords(from, 'short').split(' ').slice(0, same).join(' ')} to ${last}`
}

/** @param {string} date */
const mondayOf = date => dayNumber(date) - (dayNumber(date) + 3) % 7

/** @param {string} text */
const isDay = text => /^\d{4}-\d\d-\d\d$/.test(text) && isoDate(dayNumber(text)) === text

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Day, Schedule} from './shapes.js' */
