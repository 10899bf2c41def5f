// @ts-check
/**
 * One Go Live date becomes every date of a migration, each with its reason.
 * Refuses to know the page, the clock and how a plan is kept. What a rule means: decisions/0009.
 */
import {addMonths, addWorkingDays, isWorkingDay, nearestWorkingDay} from './counting.js'
import {dayNumber, daysBetween, isoDate} from './dates.js'
import {standingOf} from './standing.js'

const GO_LIVE_ID = 'go-live'
const CUTOVER_ID = 'cutover'
const HOME_DIVISION = 'england-and-wales'
const SLOT_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const EARLIER = -1
const LATER = 1

/**
 * Date every milestone of a plan.
 * @param {DatesData} data - dates.json
 * @param {import('./plan.js').Plan} plan
 * @param {string} today
 * @returns {Schedule | {problem: string}}
 */
export function schedule(data, plan, today) {
  const goLive = pinOf(plan, GO_LIVE_ID)?.date
  if (!goLive) return {problem: 'Choose a Go Live date. Every other date follows from it.'}

  /** @type {Schedule} */
  const found = {goLive, days: new Map(), order: [], points: new Map(), calendar: workingCalendar(data, plan), today}
  const {rules, ends, undecided} = chosenRules(data, plan)

  /** @param {any} rule @returns {Point} - what it counts from is placed before it */
  const count = rule => {
    if (!found.points.has(rule.anchor)) place(rule.anchor.split('/')[0])
    return countedPoint(rule, found.points.get(rule.anchor), found.calendar)
  }

  /** @param {string} id */
  const place = id => {
    const [rule, end, pin] = [rules.get(id), ends.get(id), pinOf(plan, id)]
    const first = pin ? pinnedPoint(pin.date) : count(rule)
    if (id === undecided && !pin) first.dependsOnCutover = true
    found.points.set(id, first)
    const last = end ? count(end) : undefined
    if (last) found.points.set(`${id}/end`, last)
    found.days.set(id, asDay(found, {id, rule, state: pin?.state ?? 'suggested', pinned: Boolean(pin)}, first, last))
  }

  for (const id of rules.keys()) if (!found.days.has(id)) place(id)
  found.order = [...rules.keys()].sort((a, b) => dayAt(found, a) - dayAt(found, b))
  return found
}

/**
 * Date something that is no milestone: a task, or a notice to a third party.
 * @param {DatesData} data
 * @param {Schedule} found
 * @param {Rule} rule
 * @returns {Day | undefined} none if it counts from a milestone that is not in this plan
 */
export function dueOf(data, found, rule) {
  const anchor = found.points.get(rule.anchor)
  // What is due on a day that people fixed is due on that day, a Sunday too: decisions/0030.
  const isFixed = rule.direction === 'on' && (found.days.get(rule.anchor)?.state ?? 'suggested') !== 'suggested'
  return anchor && asDay(found, {id: '', rule, state: 'suggested', pinned: false}, countedPoint(isFixed ? {...rule, kind: ''} : rule, anchor, found.calendar))
}

/**
 * Date each meeting of a series: on the weekday of the weekly slot where one was chosen.
 * One that meets a day off moves to the next working day; a first one that was agreed stays.
 * @param {DatesData} data
 * @param {import('./plan.js').Plan} plan
 * @param {Day} day
 * @returns {{date: string, moved: boolean}[]}
 */
export function occurrences(data, plan, day) {
  const {holidays} = workingCalendar(data, plan)
  const slot = SLOT_DAYS.indexOf(plan.meetings?.weekly?.day?.value)
  const toSlot = (/** @type {number} */ from) => (slot < 0 ? from : from + (slot - (from + 3) % 7 + 7) % 7)
  const first = dayNumber(day.unsnapped)
  const found = day.pinned && day.unsnapped <= day.end ? [{date: day.unsnapped, moved: false}] : []
  for (let number = day.pinned ? toSlot(first + (slot < 0 ? 7 : 1)) : toSlot(first); number <= dayNumber(day.end); number += 7) {
    const meeting = nearestWorkingDay(number, LATER, holidays)
    found.push({date: isoDate(meeting), moved: meeting !== number})
  }
  return found
}

/**
 * Count the days on which results and messages do not arrive electronically.
 * They end at Go Live; until the links are tested, some may still come on paper.
 * @param {DatesData} data
 * @param {Schedule} found
 */
export function daysWithoutResults(data, found) {
  const to = found.goLive
  const from = found.days.get('links-off')?.date ?? to
  const days = Math.max(daysBetween(from, to), 0)
  const between = days ? daysPassed(dayNumber(from) + 1, dayNumber(to), found.calendar.holidays) : []
  return {from, to, days, overHoliday: between.length > 0, tested: found.days.get('links-back-on')?.date ?? ''}
}

/**
 * The bank holidays of the plan's division, as day numbers, and the last that is announced.
 * @param {DatesData} data
 * @param {import('./plan.js').Plan} plan
 * @returns {Calendar}
 */
export function workingCalendar({holidays, announcedUntil}, plan) {
  const chosen = plan.division?.value ?? ''
  const division = Object.hasOwn(holidays, chosen) ? chosen : HOME_DIVISION
  const list = holidays[division]
  if (!calendars.has(list)) calendars.set(list, {holidays: new Set(list.map(dayNumber)), until: dayNumber(announcedUntil[division])})
  return /** @type {Calendar} */ (calendars.get(list))
}

/** Each list of bank holidays is made a set once. @type {WeakMap<string[], Calendar>} */
const calendars = new WeakMap()

/**
 * The bank holiday that a date is the first working day after; '' when it is none.
 * @param {string} date
 * @param {Calendar} calendar
 */
export function holidayBefore(date, {holidays}) {
  const day = dayNumber(date)
  if (!isWorkingDay(day, holidays)) return ''
  const [holiday] = daysPassed(nearestWorkingDay(day - 1, EARLIER, holidays), day, holidays).toReversed()
  return holiday === undefined ? '' : isoDate(holiday)
}

/**
 * The rule of each milestone that is in the plan, the rules of ends, and the milestone that a cutover is missing for.
 * @param {DatesData} data
 * @param {import('./plan.js').Plan} plan
 */
function chosenRules(data, plan) {
  const rules = new Map(data.milestones.map(({id, rule}) => [id, rule]))
  const ends = new Map(data.milestones.map(({id, end}) => [id, end]))
  let undecided = ''
  for (const {id, milestone, options, standard} of data.choices) {
    const named = (/** @type {string | undefined} */ name) => options.find(option => option.id === name)
    const chosen = named(plan.choices[id]?.value)
    const option = chosen ?? named(standard)
    if (id === CUTOVER_ID && !chosen) undecided = milestone
    if (option && !option.happens) rules.delete(milestone)
    else if (option?.rule) rules.set(milestone, option.rule)
  }
  return {rules, ends, undecided}
}

/**
 * The date that a milestone keeps: when it happened, or what was agreed or confirmed.
 * Go Live has the date that the reader chose.
 * @param {import('./plan.js').Plan} plan
 * @param {string} id
 * @returns {{date: string, state: DayState} | undefined}
 */
function pinOf(plan, id) {
  const record = plan.milestones[id]
  if (!record && id !== GO_LIVE_ID) return
  const done = record?.done?.value
  if (/^\d{4}-/.test(done)) return {date: done, state: 'done'}
  const {date, state} = standingOf(plan, id)
  if (state || id === GO_LIVE_ID) return {date, state: state || 'suggested'}
}

/** @param {Schedule} found @param {string} id */
const dayAt = ({points}, id) => points.get(id)?.day ?? 0

/** @param {string} date @returns {Point} */
function pinnedPoint(date) {
  const day = dayNumber(date)
  return {day, unsnapped: day, from: null, passed: [], hangs: false, dependsOnCutover: false}
}

/**
 * Count from an anchor's date, then snap once. The last day of a span has no kind and never snaps.
 * @param {any} rule
 * @param {any} anchor
 * @param {Calendar} calendar
 * @returns {Point}
 */
function countedPoint({anchor: id, amount, unit, direction, kind}, anchor, {holidays, until}) {
  const start = anchor.day
  const step = direction === 'before' ? EARLIER : LATER
  const inWorkingDays = unit === 'working-day' && direction !== 'on'
  let unsnapped = start + step * amount * (unit === 'week' ? 7 : 1)
  if (inWorkingDays) unsnapped = addWorkingDays(start, amount, step, holidays)
  if (unit === 'month') unsnapped = addMonths(start, step * amount)

  const snap = snapOf(kind, direction)
  const day = snap ? nearestWorkingDay(unsnapped, snap, holidays) : unsnapped
  const passed = inWorkingDays
    ? daysPassed(start + (amount ? step : 0), unsnapped, holidays) : daysPassed(unsnapped, day, holidays)
  const hangs = anchor.hangs || passed.some(holiday => holiday > until)
  return {day, unsnapped, from: {id, date: isoDate(start)}, passed, hangs, dependsOnCutover: anchor.dependsOnCutover}
}

/**
 * Which way a date moves when it is no working day; 0 for not at all.
 * @param {string | undefined} kind
 * @param {string} direction
 */
function snapOf(kind, direction) {
  if (kind === 'deadline') return EARLIER
  if (kind === 'event') return direction === 'after' ? LATER : EARLIER
  return kind === 'start' || kind === 'series' ? LATER : 0
}

/**
 * The bank holidays on the way from a day to another, which is left out, in order.
 * @param {number} from
 * @param {number} to
 * @param {Set<number>} holidays
 */
function daysPassed(from, to, holidays) {
  const passed = []
  const step = Math.sign(to - from)
  for (let day = from; day !== to; day += step) if (holidays.has(day)) passed.push(day)
  return passed.sort((a, b) => a - b)
}

/**
 * @param {Schedule} found
 * @param {{id: string, rule: Rule | null, state: DayState, pinned: boolean}} what
 * @param {Point} first
 * @param {Point} [last]
 * @returns {Day}
 */
function asDay({calendar: {until}, today}, what, first, last) {
  const date = isoDate(first.day)
  const end = last ? isoDate(last.day) : ''
  return {
    ...what,
    date, end, unsnapped: isoDate(first.unsnapped), from: first.from, skipped: first.passed.map(isoDate),
    moved: first.day === first.unsnapped ? '' : first.day < first.unsnapped ? 'earlier' : 'later',
    isExpected: [first, last].some(point => point && (point.hangs || point.day > until)),
    dependsOnCutover: first.dependsOnCutover || Boolean(last?.dependsOnCutover),
    isPast: (end || date) < today,
  }
}

/** @import {Calendar, DatesData, Day, DayState, Point, Rule, Schedule} from './shapes.js' */
