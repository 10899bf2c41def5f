// @ts-check
/** Counting in working days and months, and the day of a moment. A day is its number since 1970, as in dates.js. */
import {MS_IN_A_DAY, isoDate} from './dates.js'

/**
 * Is this a Monday to Friday that is no bank holiday?
 * @param {number} day
 * @param {Set<number>} holidays - bank holidays, as day numbers
 */
export function isWorkingDay(day, holidays) {
  return (day + 3) % 7 < 5 && !holidays.has(day) // 1 January 1970 was a Thursday
}

/**
 * Give the day itself if it is a working day, or else the nearest one in a direction.
 * @param {number} day
 * @param {number} step - 1 for later, -1 for earlier
 * @param {Set<number>} holidays
 */
export function nearestWorkingDay(day, step, holidays) {
  while (!isWorkingDay(day, holidays)) day += step
  return day
}

/**
 * Count working days. The day itself is not counted; 0 gives it, or the nearest working day.
 * @param {number} day
 * @param {number} amount
 * @param {number} step - 1 for after, -1 for before
 * @param {Set<number>} holidays
 */
export function addWorkingDays(day, amount, step, holidays) {
  for (; amount > 0; amount -= 1) day = nearestWorkingDay(day + step, step, holidays)
  return nearestWorkingDay(day, step, holidays)
}

/**
 * Count months. The number of the day stays, or becomes the last of a shorter month.
 * @param {number} day
 * @param {number} amount - before is negative
 */
export function addMonths(day, amount) {
  const [year, month, dayOfMonth] = isoDate(day).split('-').map(Number)
  const lastOfMonth = Date.UTC(year, month + amount, 0) / MS_IN_A_DAY
  const lengthOfMonth = new Date(lastOfMonth * MS_IN_A_DAY).getUTCDate()
  return lastOfMonth - Math.max(lengthOfMonth - dayOfMonth, 0)
}

/** The date of a moment, in UTC: a count of days need not be nearer. @param {number} at milliseconds since 1970 */
export function dayOf(at) {
  return isoDate(Math.floor(at / MS_IN_A_DAY))
}
