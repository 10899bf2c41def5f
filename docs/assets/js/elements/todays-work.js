// @ts-check
import {loadCatalogue, loadDates} from '../catalogue.js'
import {inWords} from '../plan/dates.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {localDay, make} from './dom.js'
import {refill} from './planning-source.js'

const MOST = 12
const DECISIONS = ['Stopped', 'Go or no-go']
/** Said where nothing else on the page asks for it. */
const UNANSWERED = ['Late', 'Past its date', 'In the past']

/**
 * <todays-work> says what the plan asks for today and in the next 7 days, and on a page without <where-now> which past days have no answer.
 * Wraps the sentence that macros/render/dates.py writes. Without JavaScript, and without a Go Live date: that sentence.
 */
export class TodaysWorkElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const {signal} = this.#connection
    const usual = [...this.childNodes]
    subscribeDates(() => {}, this.#connection, async outlook => {
      if (!outlook) return this.replaceChildren(...usual)
      const [data, {tasks}, {agendaOf, todayWords}] = await Promise.all([loadDates(), loadCatalogue(), import('../plan/today.js')])
      if (signal.aborted) return
      const titles = Object.fromEntries(Object.entries(tasks).map(([id, [title]]) => [id, title]))
      const today = localDay()
      const agenda = agendaOf(data, outlook.dates, store.plan, titles, today)
      const tagged = (/** @type {string[]} */ tags) => outlook.needs.filter(({tag}) => tags.includes(tag))
      const past = document.querySelector('where-now') ? [] : tagged(UNANSWERED)
      // The first two and the last, which counts the rest: the work of today stays in sight.
      const held = [...tagged(DECISIONS), ...past.slice(0, 2), ...past.slice(2).slice(-1)]
      refill(this, [agenda, held], () => [...heldBack(held), ...agendaParts(agenda, todayWords(agenda, today, outlook.isStopped), tasks)])
    })
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @typedef {import('../plan/today.js').Agenda} Agenda */
/** @typedef {import('../plan/today.js').Entry} Entry */

/** @param {Agenda} agenda @param {string} says @param {Record<string, [string, string]>} tasks @returns {Node[]} */
function agendaParts({today, eachDay, week, next}, says, tasks) {
  const row = (/** @type {Entry} */ one) => make('li', {}, link(one, tasks))
  const dated = (/** @type {Entry} */ one) => make('li', {}, make('time', {datetime: one.date}, inWords(one.date, 'brief')), ' ', link(one, tasks))
  const more = week.length > MOST ? [make('li', {}, `and ${week.length - MOST} more`)] : []
  return [
    make('p', {}, make('b', {}, says)),
    make('ul', {hidden: !today.length && !eachDay.length}, ...today.map(row), ...eachDay.map(words => make('li', {}, words))),
    make('p', {hidden: !week.length}, 'In the next 7 days:'),
    make('ul', {class: 'app-coming', hidden: !week.length}, ...week.slice(0, MOST).map(dated), ...more),
    make('p', {hidden: !next || week.length > 0}, ...(next ? [`Next, on ${inWords(next.date, 'short')}: `, link(next, tasks)] : [])),
  ]
}

/** Decisions that hold the work back, and past days without an answer, stand before it. @param {import('../plan/attention.js').Need[]} held */
function heldBack(held) {
  const {dates = ''} = /** @type {HTMLElement} */ (document.querySelector('plan-strip')).dataset
  const row = (/** @type {import('../plan/attention.js').Need} */ {tone, tag, title, says, act, on}) => make('li', {class: tone === 'late' ? 'is-late' : ''},
    make('span', {class: tone === 'late' ? 'app-tag is-late' : 'app-tag'}, tag), make('span', {}, make('b', {}, title), ` ${says}`), make('a', {href: `${dates}#${on}`}, act))
  return held.length ? [make('ul', {class: 'app-attention'}, ...held.map(row))] : []
}

/** To the row of a date, to the page of a task, or to the actions. @param {Entry} entry @param {Record<string, [string, string]>} tasks */
function link({kind, id, title}, tasks) {
  const {dates = '', kickOff = ''} = /** @type {HTMLElement} */ (document.querySelector('plan-strip')).dataset
  if (kind === 'milestone') return make('a', {href: `${dates}#date-${id}`}, title)
  if (kind === 'action') return make('a', {href: `${kickOff}#your-actions`}, title)
  const page = document.querySelector(`#journey [data-phase="${tasks[id][1]}"] a`)?.getAttribute('href') ?? ''
  return make('a', {href: `${page.split('#')[0]}#task-${id}`}, title)
}
