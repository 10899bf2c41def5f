// @ts-check
/**
 * What needs the reader, from the dates and from what they said of them: sentences with a way to act.
 * Refuses to call anything late before it was asked about. Knows no page and no clock.
 */
import {daysBetween, inWords} from './dates.js'
import {valueAt} from './plan.js'

/** Notices that others need: said at once when their date is past, since asking late moves Go Live. */
const NOTICES = ['extract-form-returned', 'pcse-form', 'pharmacies-told-provisional']
/** What each notice is for, and what to ask. */
const ASK_FOR = new Map([['extract-form-returned', 'initial-data-production'], ['pcse-form', 'final-data-production'], ['pharmacies-told-provisional', 'final-data-production']])

/**
 * @typedef {{id: string, tone: 'late' | 'soon', tag: string, title: string, says: string, act: string, on: string}} Need
 *   act: the words of what to do; on: the milestone, choice or part that it is done at
 * @typedef {{days: Map<string, any>, goLive: string}} Dates what plan/schedule.js works out
 * @typedef {import('./plan.js').Plan} Plan
 */

/**
 * List what needs the reader, what is late first.
 * @param {{titles: Map<string, string>, dates: Dates, results: {from: string, to: string, days: number, overHoliday: boolean}, problems: {kind: string, says: string}[], afterHoliday: boolean}} found
 * @param {Plan} plan
 * @param {string} today
 * @returns {Need[]}
 */
export function needs({titles, dates, results, problems, afterHoliday}, plan, today) {
  const all = [
    ...problems.map(({kind, says}) => need(kind, 'soon', 'Go Live', 'Go Live.', says, 'Choose another date', 'go-live')),
    ...pastNeeds(titles, dates, plan, today),
    ...cutoverNeeds(dates, plan),
    ...(afterHoliday ? [need('fdp-after-holiday', 'soon', 'Bank holiday', 'Final data production.', `It is on ${inWords(dates.days.get('final-data-production').date, 'brief')}, the first working day after a bank holiday. Staff and suppliers come back to a backlog.`, 'See the date', 'final-data-production')] : []),
    ...(results.to < today ? [] : [need('results', 'soon', `${results.days} days`, `No electronic results from ${inWords(results.from, 'brief')} to ${inWords(results.to, 'brief')}${results.overHoliday ? ', over a bank holiday' : ''}.`, 'Agree with the lab how urgent results reach a named clinician each day.', 'See the date', 'links-off')]),
    ...expectedNeeds(dates),
  ]
  return [...all.filter(({tone}) => tone === 'late'), ...all.filter(({tone}) => tone !== 'late')]
}

/** @type {(id: string, tone: 'late' | 'soon', tag: string, title: string, says: string, act: string, on: string) => Need} */
const need = (id, tone, tag, title, says, act, on) => ({id, tone, tag, title, says, act, on})

/** @param {Map<string, string>} titles @param {Dates} dates @param {Plan} plan @param {string} today */
function pastNeeds(titles, dates, plan, today) {
  const past = [...dates.days.values()].filter(day => day.id !== 'go-live' && (day.end || day.date) < today && day.state !== 'done')
  const saidNo = past.filter(({id}) => valueAt(plan, `milestones/${id}/done`) === 'no')
  const notices = past.filter(({id}) => NOTICES.includes(id) && valueAt(plan, `milestones/${id}/done`) !== 'no')
  const asked = past.filter(day => !saidNo.includes(day) && !notices.includes(day) && !valueAt(plan, `milestones/${day.id}/done`))
  const title = (/** @type {string} */ id) => `${titles.get(id)}.`
  return [
    ...saidNo.map(({id, date}) => need(id, 'late', 'Late', title(id), `It was due ${inWords(date, 'brief')}, ${daysWords(daysBetween(date, today))} ago. ${askWords(id, dates)}`, 'Change the date', id)),
    ...notices.map(({id, date}) => need(id, 'soon', 'Past its date', title(id), `It was due ${inWords(date, 'brief')}, unless it was done. ${askWords(id, dates)}`, 'Say what happened', id)),
    ...(asked.length ? [need('where-now', 'soon', 'In the past', `${asked.length} ${asked.length === 1 ? 'date is' : 'dates are'} past.`, 'Say which of them have happened.', 'Say where you are now', 'where-now')] : []),
  ]
}

/** @param {string} id @param {Dates} dates */
function askWords(id, dates) {
  const target = dates.days.get(ASK_FOR.get(id) ?? '')
  if (!target) return 'Ask today: when can it be done? Go Live may move.'
  return `Ask today: can you still deliver by ${inWords(target.date, 'brief')}? If not, which date? Go Live may move.`
}

/** @param {Dates} dates @param {Plan} plan */
function cutoverNeeds(dates, plan) {
  if (valueAt(plan, 'choices/cutover')) return []
  const hanging = [...dates.days.values()].filter(day => day.dependsOnCutover).length
  return [need('cutover', 'soon', 'Cutover', 'Not confirmed.', `${hanging} dates hang on how long your new supplier’s cutover is.`, 'Choose', 'cutover')]
}

/** @param {Dates} dates */
function expectedNeeds(dates) {
  const expected = [...dates.days.values()].filter(day => day.isExpected).length
  if (!expected) return []
  return [need('expected', 'soon', 'Bank holidays', `${expected} ${expected === 1 ? 'date hangs' : 'dates hang'} on bank holidays that are not announced yet.`, 'They are only expected. Check them again when the government has announced them.', '', '')]
}

/** @param {number} days */
const daysWords = days => `${days} ${days === 1 ? 'day' : 'days'}`

/**
 * The sentence that says how it stands.
 * @param {string} goLive @param {string} weeks such as "14 weeks to go" @param {number} count of things that need the reader
 */
export function standing(goLive, weeks, count) {
  const things = count === 0 ? 'Nothing needs you now.' : count === 1 ? '1 thing needs you.' : `${count} things need you.`
  if (weeks.endsWith('since Go Live')) return `Go Live was ${inWords(goLive)}: ${weeks}. ${things}`
  return weeks.startsWith('Go Live') ? `Go Live is today, ${inWords(goLive)}. ${things}` : `Go Live is ${inWords(goLive)}: ${weeks}. ${things}`
}
