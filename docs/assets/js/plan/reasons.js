// @ts-check
/**
 * What is said about a date: how it was counted, and what speaks against a Go Live.
 * Refuses to know the page and the clock.
 */
import {isWorkingDay, nearestWorkingDay} from './counting.js'
import {dayNumber, inWords, isoDate} from './dates.js'
import {holidayBefore, workingCalendar} from './schedule.js'

const UNIT_NAMES = /** @type {Record<string, string>} */ ({'working-day': 'working day'})
const PIN_WORDS = {
  suggested: 'The date that you chose', agreed: 'The agreed date', confirmed: 'The confirmed date', done: 'The day it happened',
}

/**
 * Say how a date was counted, short enough for a table: "5 working days before Go Live, skipping Mon 31 May".
 * @param {import('./shapes.js').Day} day
 * @param {import('./shapes.js').DatesData} data
 */
export function working({rule, state, pinned, skipped, moved, unsnapped}, data) {
  if (pinned || !rule) return PIN_WORDS[state]
  const words = ruleInWords(rule, data)
  if (moved) {
    const reason = skipped.includes(unsnapped) ? 'a bank holiday' : 'a weekend'
    const side = moved === 'earlier' ? 'before' : 'after'
    return `${words}; ${inWords(unsnapped, 'brief')} is ${reason}, so the working day ${side}`
  }
  return skipped.length ? `${words}, skipping ${listInWords(skipped.map(date => inWords(date, 'brief')))}` : words
}

/**
 * Say what speaks against a Go Live date. Nothing is forbidden.
 * @param {string} date
 * @param {import('./shapes.js').DatesData} data
 * @param {import('./plan.js').Plan} plan
 * @param {string} today
 * @returns {{kind: string, says: string}[]}
 */
export function goLiveProblems(date, data, plan, today) {
  const calendar = workingCalendar(data, plan)
  const day = inWords(date)
  /** @type {{kind: string, says: string}[]} */
  const problems = []
  const add = (/** @type {string} */ kind, /** @type {string} */ says) => { if (says) problems.push({kind, says}) }

  if (date < today) add('past', `${day} is in the past. Choose a later date.`)
  if (date === today) add('today', `${day} is today. A migration takes months to prepare: choose a later date.`)
  if (date <= today) return problems

  add('not-working', whyNotWorking(date, calendar))
  const holiday = holidayBefore(date, calendar)
  if (holiday) {
    add('after-holiday', `${day} is the first working day after a bank holiday (${inWords(holiday, 'brief')}). We suggest a later day.`)
  }
  if (!problems.length) add('weekday', weekdayAdvice(date, plan.choices.cutover?.value === 'weekend'))
  if (dayNumber(date) > dayNumber(today) + 3 * 365.25) add('far', `${day} is more than 3 years away. Check the year.`)
  if (dayNumber(date) > calendar.until) {
    const last = inWords(isoDate(calendar.until))
    add('unannounced', `Bank holidays are announced up to ${last}. After that we count with the days that are expected.`)
  }
  return problems
}

/**
 * Is this the first working day after a bank holiday?
 * @param {string} date
 * @param {import('./shapes.js').DatesData} data
 * @param {import('./plan.js').Plan} plan
 */
export function followsBankHoliday(date, data, plan) {
  return holidayBefore(date, workingCalendar(data, plan)) !== ''
}

/**
 * @param {string} date
 * @param {import('./shapes.js').Calendar} calendar
 */
function whyNotWorking(date, {holidays}) {
  const day = dayNumber(date)
  if (isWorkingDay(day, holidays)) return ''
  const [before, after] = [-1, 1].map(step => inWords(isoDate(nearestWorkingDay(day, step, holidays))))
  const reason = holidays.has(day) ? 'a bank holiday' : 'a weekend'
  return `${inWords(date)} is ${reason}. The working day before is ${before}, the one after is ${after}.`
}

/** @param {string} date @param {boolean} isWeekendCutover */
function weekdayAdvice(date, isWeekendCutover) {
  const [weekday, ...day] = inWords(date).split(' ')
  const advised = isWeekendCutover ? ['Monday', 'Tuesday'] : ['Tuesday', 'Wednesday', 'Thursday']
  if (advised.includes(weekday)) return ''
  const advice = isWeekendCutover ? 'After a weekend cutover we suggest a Monday or a Tuesday.' : 'We suggest a Tuesday, a Wednesday or a Thursday.'
  return `${day.join(' ')} is a ${weekday}. ${advice}`
}

/**
 * Say a rule as the pages do: "3 working days after the kick-off meeting".
 * @param {import('./shapes.js').Rule} rule
 * @param {import('./shapes.js').DatesData} data
 */
function ruleInWords({anchor, amount, unit, direction}, {called}) {
  const [id, isEnd] = anchor.split('/')
  const milestone = (isEnd ? 'the end of ' : '') + called[id]
  if (!amount) return isEnd || milestone.endsWith('meeting') ? `At ${milestone}` : `On the day of ${milestone}`
  return `${amount} ${UNIT_NAMES[unit] ?? unit}${amount === 1 ? '' : 's'} ${direction} ${milestone}`
}

/** @param {string[]} names */
function listInWords(names) {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}` : names[0]
}
