// @ts-check
/** Days as calendar files write them: of a time, and of a rule that repeats (RFC 5545). Refuses to know the page and the clock. */
import {addMonths} from './counting.js'
import {dayNumber, isoDate} from './dates.js'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** At most so many days lie between two of them. */
const UNITS = new Map([['DAILY', 1], ['WEEKLY', 7], ['MONTHLY', 28], ['YEARLY', 365]])
const COUNTED = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST']

/**
 * The day of a date or a time; a time in UTC gives the day in the United Kingdom. None for what is no day.
 * @param {string} text
 * @returns {number | undefined}
 */
export function dayOfTime(text) {
  const [, year, month, date, hour, zone] = text.match(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)\d{4}(Z?))?$/) ?? []
  const iso = `${year}-${month}-${date}`
  if (!year || year < '1900' || Number(month) > 12 || isoDate(dayNumber(iso)) !== iso) return undefined
  const isNextDay = zone === 'Z' && hour === '23' && isSummerTime(dayNumber(iso))
  return dayNumber(iso) + Number(isNextDay)
}

/** British Summer Time on the evening of a day: from the last Sunday of March to the last of October. @param {number} day */
function isSummerTime(day) {
  const year = Number(isoDate(day).slice(0, 4))
  const [starts, ends] = [3, 10].map(month => lastSunday(year, month))
  return day >= starts && day < ends
}

/** @param {number} year @param {number} month */
function lastSunday(year, month) {
  const last = Date.UTC(year, month, 0) / 86_400_000
  return last - (last + 4) % 7
}

/**
 * Each day of a repeating event in a stretch; none where its rule is of a kind that is not counted here.
 * @param {string} text - of the rule
 * @param {number} start - its first day
 * @param {{first: number, last: number}} stretch
 * @param {{steps: number}} budget - of this file, used up by long rules
 * @returns {number[] | undefined}
 */
export function repeatedDays(text, start, {first, last}, budget) {
  const rule = readRule(text, start)
  if (!rule) return undefined
  const {unit, interval, count, until, offsets} = rule
  const [size, end] = [UNITS.get(unit) ?? 1, Math.min(until, last)]
  const skipped = count === Infinity ? Math.floor((first - start) / (size * 1.2) / interval) - 1 : 0
  const days = []
  for (let step = Math.max(skipped, 0) * interval; days.length < count && start + (step - 1) * size <= end; step += interval) {
    budget.steps -= 1
    if (budget.steps < 0) return undefined
    const found = unit === 'WEEKLY' ? offsets.map(offset => start - (start + 3) % 7 + step * 7 + offset) : [stepped(start, unit, step)]
    days.push(...found.filter(day => day >= start && day <= end))
  }
  return days.slice(0, count)
}

/** @param {string} text @param {number} start */
function readRule(text, start) {
  const parts = new Map(text.toUpperCase().split(';').map(part => /** @type {[string, string]} */ (part.split('='))))
  const unit = parts.get('FREQ') ?? ''
  const by = parts.get('BYDAY')?.split(',') ?? []
  const [interval, count] = [Number(parts.get('INTERVAL') ?? 1), Number(parts.get('COUNT') ?? Infinity)]
  const until = parts.has('UNTIL') ? dayOfTime(parts.get('UNTIL') ?? '') : Infinity
  const isKnown = UNITS.has(unit) && [...parts.keys()].every(key => COUNTED.includes(key)) && by.every(name => WEEKDAYS.includes(name))
  if (!isKnown || (by.length > 0 && unit !== 'WEEKLY') || !(interval >= 1) || !(count >= 1) || until === undefined) return undefined
  const offsets = by.length ? by.map(name => WEEKDAYS.indexOf(name)).sort((a, b) => a - b) : [(start + 3) % 7]
  return {unit, interval: Math.floor(interval), count, until, offsets}
}

/** A month without that day has none: the 31st, or 29 February. @param {number} start @param {string} unit @param {number} step */
function stepped(start, unit, step) {
  if (unit === 'DAILY') return start + step
  const day = addMonths(start, unit === 'YEARLY' ? step * 12 : step)
  return isoDate(day).slice(8) === isoDate(start).slice(8) ? day : NaN
}
