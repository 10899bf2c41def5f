// @ts-check
/**
 * All that pages show of the dates, worked out once: the schedule, what needs the reader, what comes next.
 * Fetched only when there is a Go Live date. Knows no page, no storage and no clock.
 */
import {needs, standing, stopWords} from './attention.js'
import {dayOf} from './counting.js'
import {inWords, weeksToGo} from './dates.js'
import {limitsOf} from './limits.js'
import {allDaysOf, partyStanding, toldAgainWords, toldDates, toTellAgain} from './parties.js'
import {pictureOf} from './picture.js'
import {valueAt} from './plan.js'
import {followsBankHoliday, goLiveProblems, working} from './reasons.js'
import {daysWithoutResults, dueOf, occurrences, schedule} from './schedule.js'
import {standingOf} from './standing.js'
import {undecided} from './union.js'

/** Milestones that the reader does not have to answer for when they are past: stretches, and what recurs. */
const NOT_ASKED = new Set(['weekly-meetings', 'critical-days', 'prescribing-tactic', 'core-training'])
/** What tells where a practice stands, asked even before it is past. */
const ALWAYS_ASKED = new Set(['order-placed', 'kick-off'])
const STATE_WORDS = {suggested: 'Suggested', agreed: 'Agreed', confirmed: 'Confirmed', done: 'Done'}

/** @typedef {{id: string, title: string, date: string, end: string, working: string, status: string, state: string, gate?: boolean, rule?: import('./shapes.js').Rule | null}} Dated */
/** @typedef {ReturnType<typeof outlookOf>} Outlook */
/** @typedef {import('./plan.js').Plan} Plan */

/**
 * @param {any} data what `assets/data/dates.json` holds
 * @param {Plan} plan with a Go Live date
 * @param {string} today YYYY-MM-DD
 */
export function outlookOf(data, plan, today) {
  const dates = /** @type {any} */ (schedule(data, plan, today))
  const goLive = valueAt(plan, 'goLive')
  const titles = new Map(data.milestones.map((/** @type {{id: string, title: string}} */ {id, title}) => [id, title]))
  const titleOf = (/** @type {string} */ id) => titles.get(id) ?? id
  const inOrder = dates.order.map((/** @type {string} */ id) => dates.days.get(id))
  /** Worked out when it is asked for: dates need not wait for what explains them. @type {() => Dated[]} */
  const list = once(() => inOrder.map((/** @type {any} */ day) => ({...day, title: titleOf(day.id), working: working(day, data), gate: Object.values(data.gates).includes(day.id), status: day.state, state: stateWords(plan, day)})))
  /** A day that was chosen before it came is no slip of the keyboard when it is here. */
  const hasCome = goLive <= today && dayOf(plan.goLive?.at ?? 0) < goLive
  const problems = once(() => (hasCome ? [] : goLiveProblems(goLive, data, plan, today)))
  const limits = once(() => limitsOf(data, dates))
  const again = once(() => toTellAgain(data, dates, plan))
  const open = once(() => needs({
    limits: limits(),
    before: Object.keys(plan.milestones).filter(id => titles.has(id) && standingOf(plan, id).isConfirmedBefore).map(id => [id, standingOf(plan, id).before]),
    conflicts: undecided(plan).length,
    tell: again(),
    cutover: optionTitle(data, plan, 'cutover'),
    byCutover: dateBy(data, dates, chosenOption(data, plan, 'cutover')?.rule),
    lastOrder: dateBy(data, dates, data.milestones.find((/** @type {any} */ {id}) => id === 'order-placed')?.latest),
    gates: data.gates,
    hasCome,
    titles,
    dates,
    results: daysWithoutResults(data, dates),
    problems: problems(),
    afterHoliday: followsBankHoliday(dates.days.get('final-data-production').date, data, plan),
  }, plan, today))
  return {
    dates,
    get list() { return list() },
    get events() { return list().flatMap(day => eventsOf(data, plan, day)) },
    get needs() { return open() },
    get says() { return standing(goLive, weeksToGo(today, goLive), open().length, limits().length) },
    /** What the strip beside every page says: what does not fit is never hidden in a smaller count. */
    get toLookAt() {
      const unfit = limits().length
      return [stopWords(open()), open().length && `${open().length} to look at`, unfit && `${unfit} ${unfit === 1 ? 'does' : 'do'} not fit`].filter(Boolean).join(', ')
    },
    get isStopped() { return Boolean(stopWords(open())) },
    get asked() { return list().filter(({id, date, end}) => ALWAYS_ASKED.has(id) || ((end || date) < today && !NOT_ASKED.has(id) && (hasCome || id !== 'go-live'))) },
    /** What speaks against the Go Live date, and against the cutover that is chosen beside it. */
    get warning() {
      const cutover = open().filter(({id}) => id === 'cutover-too-short').map(({title, says}) => `${title} ${says}`)
      return [...problems().map((/** @type {{says: string}} */ {says}) => says), ...cutover].join(' ')
    },
    next: (/** @type {number} */ count) => inOrder.filter((/** @type {any} */ {date}) => date >= today)
      .map((/** @type {any} */ day) => ({...day, title: titleOf(day.id)}))
      .sort((/** @type {any} */ a, /** @type {any} */ b) => (a.date < b.date ? -1 : 1)).slice(0, count),
    working: (/** @type {string} */ id) => working(dates.days.get(id), data),
    dueOf: (/** @type {string} */ task) => dateBy(data, dates, data.tasks[task]),
    dueWords: (/** @type {string} */ task) => dueWords(data, dates, data.tasks[task]),
    daysOf: (/** @type {string} */ party) => allDaysOf(data, dates, plan, party),
    /** ". 2 were told Tue 8 June. Tell them the new date", or '' */
    get toldAgain() { return toldAgainWords(again()) },
    party: (/** @type {string} */ id) => partyStanding(data, dates, plan, id),
    /** "Go Live 8 June, links off 28 May" @type {(id: string, told: {date: string, off?: string, back?: string}) => string} */
    told: (id, told) => toldDates(data, plan, id, told),
    /** @param {import('./clashes.js').Clash[]} [clashes] */
    picture: clashes => pictureOf(data, dates, today, clashes),
    phaseWords: (/** @type {string} */ phase) => phaseWords(dates, data.phases[phase]),
  }
}

/** @template T @param {() => T} work @returns {() => T} works it out at the first call and keeps it */
function once(work) {
  /** @type {{value: T} | undefined} */
  let kept
  return () => (kept ??= {value: work()}).value
}

/** The answer to a question. @param {any} data @param {Plan} plan @param {string} choice @returns {any} */
function chosenOption({choices}, plan, choice) {
  const chosen = valueAt(plan, `choices/${choice}`)
  return choices.find((/** @type {any} */ {id}) => id === choice)?.options.find((/** @type {any} */ {id}) => id === chosen)
}

/** The answer to a question in words, '' for none. @param {any} data @param {Plan} plan @param {string} choice @returns {string} */
const optionTitle = (data, plan, choice) => chosenOption(data, plan, choice)?.title ?? ''

/** The date that a rule gives, '' for none. @param {any} data @param {any} dates @param {any} rule @returns {string} */
const dateBy = (data, dates, rule) => (rule && dueOf(data, dates, rule)?.date) || ''

/** A date as a calendar has it; of a series, each meeting. @param {any} data @param {Plan} plan @param {any} day @returns {Dated[]} */
function eventsOf(data, plan, day) {
  if (day.rule?.kind !== 'series') return [day]
  return occurrences(data, plan, day).map(({date}, at) => ({...day, id: `${day.id}-${at + 1}`, date, end: ''}))
}

/** "Confirmed: Pat Green, e-mail of 2 March" @param {Plan} plan @param {any} day */
function stateWords(plan, {id, date, state}) {
  const {by, how, before} = standingOf(plan, id, date)
  const more = [by, how].filter(Boolean).join(', ')
  const words = STATE_WORDS[/** @type {keyof typeof STATE_WORDS} */ (state)]
  return [more ? `${words}: ${more}` : words, before].filter(Boolean).join('. ')
}

/** @param {any} data @param {any} dates @param {any} rule */
function dueWords(data, dates, rule) {
  if (!rule) return ''
  const date = dueOf(data, dates, rule)?.date
  if (!date) return ''
  return rule.kind === 'event' ? inWords(date, 'brief') : `By ${inWords(date, 'brief')}`
}

/** @param {any} dates @param {[string, string] | undefined} ends */
function phaseWords(dates, ends) {
  if (!ends) return ''
  const [first, last] = ends.map(id => dates.days.get(id))
  if (!first || !last) return ''
  const [from, to] = [first.date, last.end || last.date]
  const [start, end] = [from, to].map(date => inWords(date, 'brief').slice(4))
  if (to < from) return `Ends ${end}, before it begins on ${start}: look at both dates`
  return from === to ? inWords(from, 'brief') : `${start} to ${end}`
}
