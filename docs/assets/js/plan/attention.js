// @ts-check
/**
 * What needs the reader, from the dates and from what they said of them: sentences with a way to act.
 * Refuses to call anything late before it was asked about. Knows no page and no clock.
 */
import {dayOf} from './counting.js'
import {dayNumber, daysBetween, inWords} from './dates.js'
import {isToGoOn} from './decisions.js'
import {WEEKEND, amountWords, isEarlyOrder, isTooShort} from './limits.js'
import {valueAt} from './plan.js'

/** Notices that others need: said at once when their date is past, since asking late moves Go Live. */
const NOTICES = ['extract-form-returned', 'pcse-form', 'pharmacies-told-provisional']
/** What each notice is for, and what to ask. */
const ASK_FOR = new Map([['extract-form-returned', 'initial-data-production'], ['pcse-form', 'final-data-production'], ['pharmacies-told-provisional', 'final-data-production']])

const PRODUCTION = 'final-data-production'
const MOST_NAMED = 5
const LAST_ORDER_DAYS = 14

/**
 * @typedef {{from: string, to: string, days: number, overHoliday: boolean, tested?: string}} Results
 * @typedef {{id: string, tone: 'late' | 'soon', tag: string, title: string, says: string, act: string, on: string}} Need
 *   act: the words of what to do; on: the milestone, choice or part that it is done at
 * @typedef {{days: Map<string, any>, goLive: string, calendar?: import('./shapes.js').Calendar}} Dates what plan/schedule.js works out
 * @typedef {import('./limits.js').Broken} Broken
 * @typedef {import('./plan.js').Plan} Plan
 */

/**
 * List what needs the reader, what is late first.
 * @param {{titles: Map<string, string>, dates: Dates, results: Results, problems: {kind: string, says: string}[], afterHoliday: boolean, limits?: Broken[], before?: [id: string, words: string][], gates?: Record<string, string>, hasCome?: boolean, conflicts?: number, cutover?: string, byCutover?: string, lastOrder?: string, tell?: {title: string, says: string}[]}} found
 *   gates: the milestone of each decision; hasCome: Go Live was chosen before its day, and that day is here or past; limits: that are not kept; before: of dates that were moved after they were confirmed; conflicts: changes of two people; cutover: in words; byCutover: final data production by its rule; lastOrder: the last day of its limit; tell: who was told what holds no more
 * @param {Plan} plan
 * @param {string} today
 * @returns {Need[]}
 */
export function needs({titles, dates, results, problems, afterHoliday, limits = [], before = [], gates = {}, hasCome = false, conflicts = 0, cutover = '', byCutover = '', lastOrder = '', tell = []}, plan, today) {
  const all = [
    ...gateNeeds(gates, titles, dates, plan, today),
    ...(hasCome ? wentLiveNeeds(dates, plan, today) : []),
    ...problems.map(({kind, says}) => need(kind, 'soon', 'Go Live', 'Go Live.', says, 'Choose another date', 'go-live')),
    ...limits.map(({id, side, isOrder, says}) => need(`limit-${id}-${side}`, 'soon', isOrder ? 'Order' : 'Limit', isEarlyOrder({id, side}) ? 'Earlier than usual.' : isOrder ? 'Out of order.' : 'Does not fit.', says, 'See options', 'what-does-not-fit')),
    ...pastNeeds(titles, dates, plan, today),
    ...tellNeeds(tell),
    ...before.map(([id, words]) => need(`before-${id}`, 'soon', 'Moved', `${titles.get(id)}.`, `${words}. It was moved since: ask for the new date to be confirmed.`, 'See the date', id)),
    ...(conflicts ? [need('conflicts', 'soon', 'Two people', `${amountWords(conflicts, 'change')} by two people.`, 'Neither knew of the other’s. Decide which stays.', 'Decide', 'history')] : []),
    ...cutoverNeeds(dates, plan, today),
    ...otherCutoverNeeds(dates, cutover, byCutover),
    ...orderNeeds(dates, lastOrder, plan, today),
    ...shortCutoverNeeds(dates, limits, cutover, valueAt(plan, 'choices/cutover') === 'weekend'),
    ...(afterHoliday ? [need('fdp-after-holiday', 'soon', 'Bank holiday', 'Final data production.', `It is on ${inWords(dates.days.get('final-data-production').date, 'brief')}, the first working day after a bank holiday. Staff and suppliers come back to a backlog.`, 'See the date', 'final-data-production')] : []),
    ...resultsNeeds(results, today),
    ...repeatNeeds(dates, today),
    ...expectedNeeds(dates),
  ]
  return [...all.filter(({tone}) => tone === 'late'), ...all.filter(({tone}) => tone !== 'late')]
}

/** @type {(id: string, tone: 'late' | 'soon', tag: string, title: string, says: string, act: string, on: string) => Need} */
const need = (id, tone, tag, title, says, act, on) => ({id, tone, tag, title, says, act, on})

/** A stop stands first until another decision is written down; one that is due and not written down is asked for.
 * @param {Record<string, string>} gates @param {Map<string, string>} titles @param {Dates} dates @param {Plan} plan @param {string} today */
function gateNeeds(gates, titles, dates, plan, today) {
  return Object.entries(gates).flatMap(([gate, milestone]) => {
    const [answer, by, on] = ['answer', 'decidedBy', 'date'].map(name => valueAt(plan, `decisions/${gate}/${name}`))
    const {date = ''} = dates.days.get(milestone) ?? {}
    const title = `${titles.get(milestone)}.`
    if (answer === 'no') {
      const who = [by && `, by ${by}`, on && `, on ${inWords(on, 'brief')}`].join('')
      return [need(`stopped-${gate}`, 'late', 'Stopped', title, `The answer was: stop${who}. Go on only when those who decide have written down another decision.`, 'See the decision', 'go-or-no-go')]
    }
    if (!date || date >= today || isToGoOn(plan, gate)) return []
    return [need(`undecided-${gate}`, 'soon', 'Go or no-go', title, `The decision was due ${inWords(date, 'brief')}, and the plan holds no answer with a name and a day. Do not go on without it.`, 'Write it down', 'go-or-no-go')]
  })
}

/** Whether it happened, asked when its day is past. @param {Dates} dates @param {Plan} plan @param {string} today */
function wentLiveNeeds({goLive}, plan, today) {
  const answer = valueAt(plan, 'milestones/go-live/done')
  if (goLive >= today || (answer && answer !== 'no' && answer !== 'unknown')) return []
  const day = inWords(goLive, 'brief')
  if (answer === 'no') return [need('not-live', 'late', 'Late', 'Go Live.', `It did not happen on ${day}. Choose a later date, and tell everyone who has the old one.`, 'Choose another date', 'go-live')]
  return [need('went-live', 'soon', 'Go Live', `Did you go live on ${day}?`, 'Say what happened. If you did not, choose a later date.', 'Say what happened', 'where-now')]
}

/** What was said of a milestone since its day; an answer from before counts for nothing. @param {Plan} plan @param {{id: string, date: string}} day */
function answerSince(plan, {id, date}) {
  const done = plan.milestones[id]?.done
  return done && (done.value !== 'no' || dayOf(done.at) >= date) ? done.value : ''
}

/** The words of a decision to stop, '' for none. @param {Need[]} all */
export const stopWords = all => all.filter(({tag}) => tag === 'Stopped').map(({title}) => `Stopped: ${title.slice(0, -1)}`).join(', ')

/** @param {Map<string, string>} titles @param {Dates} dates @param {Plan} plan @param {string} today */
function pastNeeds(titles, dates, plan, today) {
  const past = [...dates.days.values()].filter(day => day.id !== 'go-live' && (day.end || day.date) < today && day.state !== 'done')
  const saidNo = past.filter(day => answerSince(plan, day) === 'no')
  const isWaitedFor = (/** @type {string} */ id) => (dates.days.get(ASK_FOR.get(id) ?? '')?.date ?? today) >= today
  const notices = past.filter(day => NOTICES.includes(day.id) && isWaitedFor(day.id) && answerSince(plan, day) !== 'no')
  const asked = past.filter(day => !saidNo.includes(day) && !notices.includes(day) && !answerSince(plan, day))
  const title = (/** @type {string} */ id) => `${titles.get(id)}.`
  return [
    ...saidNo.map(({id, date}) => need(id, 'late', 'Late', title(id), `It was due ${inWords(date, 'brief')}, ${daysWords(daysBetween(date, today))} ago. ${askWords(id, dates, today)}`, 'Change the date', id)),
    ...notices.map(({id, date}) => need(id, 'soon', 'Past its date', title(id), `It was due ${inWords(date, 'brief')}, unless it was done. ${askWords(id, dates, today)}`, 'Say what happened', id)),
    ...(asked.length ? [need('where-now', 'soon', 'In the past', `${asked.length} ${asked.length === 1 ? 'date is' : 'dates are'} past.`, 'Say which of them have happened.', 'Say where you are now', 'where-now')] : []),
  ]
}

/** @param {string} id @param {Dates} dates @param {string} today */
function askWords(id, dates, today) {
  const target = dates.days.get(ASK_FOR.get(id) ?? '')
  if (!target || target.date < today) return 'Ask today: when can it be done? Go Live may move.'
  return `Ask today: can you still deliver by ${inWords(target.date, 'brief')}? If not, which date? Go Live may move.`
}

/** @param {Dates} dates @param {Plan} plan @param {string} today */
function cutoverNeeds(dates, plan, today) {
  if (valueAt(plan, 'choices/cutover')) return []
  const hanging = [...dates.days.values()].filter(day => day.dependsOnCutover).length
  if (!hanging || dates.goLive <= today) return []
  return [need('cutover', 'soon', 'Cutover', 'Not confirmed.', `${hanging} dates hang on how long your new supplier’s cutover is.`, 'Choose', 'cutover')]
}

/** A cutover that leaves too little time before Go Live is never the calm answer. @param {Dates} dates @param {Broken[]} limits @param {string} cutover @param {boolean} isWeekend */
function shortCutoverNeeds({days, goLive}, limits, cutover, isWeekend) {
  const {date = ''} = days.get(PRODUCTION) ?? {}
  if (!cutover || !limits.some(isTooShort)) return []
  return [need('cutover-too-short', 'soon', 'Cutover', `${cutover}.`, `It does not fit: final data production would be ${inWords(date, 'brief')}, and Go Live ${inWords(goLive, 'brief')}. ${isWeekend ? WEEKEND : ''}`.trim(), 'See what would fit', 'ways-of-cutting-over')]
}

/** A final data production that was agreed or confirmed, and a cutover that has another day for it. @param {Dates} dates @param {string} cutover @param {string} byCutover */
function otherCutoverNeeds({days}, cutover, byCutover) {
  const {date = '', pinned, state} = days.get(PRODUCTION) ?? {}
  if (!byCutover || !pinned || state === 'done' || byCutover === date) return []
  return [need('other-cutover', 'soon', 'Cutover', `${cutover}.`, `Final data production would be ${inWords(byCutover, 'brief')}, and it is ${state} for ${inWords(date, 'brief')}. Ask your new supplier which of the two holds.`, 'See the date', PRODUCTION)]
}

/** The order has a last day; it is said two weeks before, and from then on. @param {Dates} dates @param {string} last @param {Plan} plan @param {string} today */
function orderNeeds({days, goLive}, last, plan, today) {
  const order = days.get('order-placed')
  const answer = valueAt(plan, 'milestones/order-placed/done')
  if (!order || !last || order.state === 'done' || answer === 'yes' || goLive <= today || daysBetween(today, last) > LAST_ORDER_DAYS) return []
  const when = last === today ? 'Today is the last day' : last > today ? `${inWords(last, 'brief')} is the last day` : `${inWords(last, 'brief')} was the last day`
  return [need('last-order', 'soon', 'Order', `${when} to order for this Go Live.`, 'Has the order been placed? If not, ask both suppliers and the ICB for another Go Live.', 'Say what happened', 'where-now')]
}

/** @param {Results} results @param {string} today */
function resultsNeeds({from, to, days, overHoliday, tested = ''}, today) {
  if ((tested || to) < today) return []
  const ask = 'Agree with the lab how urgent results reach a named clinician each day.'
  const back = tested && ` Links are due back and tested by ${inWords(tested, 'brief')}${to < today ? '' : '; until then results may still be on paper'}.`
  const title = to < today ? 'Results may still be on paper.' : `No electronic results from ${inWords(from, 'brief')} to ${inWords(to, 'brief')}${overHoliday ? ', over a bank holiday' : ''}.`
  return [need('results', 'soon', to < today ? 'Results' : amountWords(days, 'day'), title, ask + back, 'See the date', to < today ? 'links-back-on' : 'links-off')]
}

/** Repeat dispensing is off as results are, and somebody's issue is due meanwhile. @param {Dates} dates @param {string} today */
function repeatNeeds({days, calendar}, today) {
  const [off, on] = ['repeat-dispensing-cancelled', 'repeat-dispensing-reissued'].map(id => days.get(id))
  const length = off && on ? daysBetween(off.date, on.date) : 0
  if (length <= 0 || on.date < today || on.state === 'done') return []
  const isLonger = [...calendar?.holidays ?? []].some(day => day > dayNumber(off.date) && day < dayNumber(on.date))
  const title = `No repeat dispensing from ${inWords(off.date, 'brief')} to ${inWords(on.date, 'brief')}${isLonger ? ', over a bank holiday' : ''}.`
  return [need('repeat-dispensing', 'soon', amountWords(length, 'day'), title, 'Some issues fall due meanwhile. Let a prescriber decide for each patient, and tell the pharmacies.', 'See the date', 'repeat-dispensing-cancelled')]
}

/** Who was told a date that holds no more is known to be wrong about it. @param {{title: string, says: string}[]} tell */
function tellNeeds(tell) {
  if (!tell.length) return []
  const all = tell.slice(0, MOST_NAMED).map(({title, says}) => `${title}: ${says}`)
  if (tell.length > MOST_NAMED) all.push(`And ${tell.length - MOST_NAMED} more.`)
  const title = tell.length === 1 ? '1 third party was told another date.' : `${tell.length} third parties were told other dates.`
  return [need('tell-again', 'late', 'Tell them', title, all.join(' '), 'Tell them', 'third-parties')]
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
 * The sentence that says how it stands: what does not fit before all else.
 * @param {string} goLive @param {string} weeks such as "14 weeks to go" @param {number} count of things that need the reader
 * @param {number} [broken] - limits and orders that are not kept
 */
export function standing(goLive, weeks, count, broken = 0) {
  const unfit = broken ? `${broken} ${broken === 1 ? 'date does' : 'dates do'} not fit. ` : ''
  const things = unfit + (count === 0 ? 'Nothing needs you now.' : count === 1 ? '1 thing needs you.' : `${count} things need you.`)
  if (weeks.endsWith('since Go Live')) return `Go Live was ${inWords(goLive)}: ${weeks}. ${things}`
  return weeks.startsWith('Go Live') ? `Go Live is today, ${inWords(goLive)}. ${things}` : `Go Live is ${inWords(goLive)}: ${weeks}. ${things}`
}
