// @ts-check
import {loadCatalogue} from '../catalogue.js'
import {progress} from '../plan/plan.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {setText, whenPainted} from './dom.js'

/**
 * <site-journey> opens the menu on narrow screens and shows how far each phase is.
 * Wraps the list that macros/render/phases.py writes, in overrides/partials/journey.html.
 * Without JavaScript: the phases and how long they take, below the page on narrow screens.
 */
export class SiteJourneyElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const {signal} = this.#connection
    const menu = document.querySelector('[aria-controls=journey]')
    menu?.addEventListener('click', () => {
      const isOpen = this.firstElementChild?.classList.toggle('is-open')
      menu.setAttribute('aria-expanded', String(isOpen))
    }, {signal})
    const {showProgress, showDates} = startJourney(this)
    store.subscribe(whenPainted(showProgress), {signal})
    subscribeDates(showDates, this.#connection)
    showProgress()
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/**
 * Which tasks each phase has: those of this page at once, all others when there is a plan to show.
 * @param {HTMLElement} journey
 */
function startJourney(journey) {
  const stations = /** @type {HTMLElement[]} */ ([...journey.querySelectorAll('li[data-phase]')]).map(station => {
    const small = /** @type {HTMLElement} */ (station.querySelector('small'))
    return {station, small, phase: station.dataset.phase ?? '', usual: small.textContent ?? '', when: '', far: ''}
  })
  /** @type {Record<string, string[]>} */
  let tasksOf = {}
  /** @type {Record<string, any>} */
  let shownTasks = {}
  const show = (/** @type {typeof stations[number]} */ {small, usual, when, far}) => setText(small, [when, far].filter(Boolean).join(' · ') || usual)
  const showProgress = () => {
    if (store.plan.tasks === shownTasks) return
    shownTasks = store.plan.tasks
    for (const one of stations) {
      const ids = tasksOf[one.phase] ?? []
      const {done, notApplicable, total} = progress(store.plan, ids)
      one.far = done + notApplicable ? `${done} of ${total} done` : ''
      one.station.classList.toggle('is-done', ids.length > 0 && done + notApplicable === ids.length)
      show(one)
    }
  }
  const showDates = (/** @type {import('../plan/outlook.js').Outlook | undefined} */ outlook) => {
    for (const one of stations) {
      one.when = outlook?.phaseWords(one.phase) ?? ''
      show(one)
    }
  }
  const group = (/** @type {[string, string][]} */ pairs) => {
    tasksOf = {}
    for (const [task, phase] of pairs) (tasksOf[phase] ??= []).push(task)
    shownTasks = {}
  }
  group(/** @type {HTMLElement[]} */ ([...document.querySelectorAll('.app-task[data-task]')]).map(row => [row.dataset.task ?? '', row.closest('[data-phase]')?.getAttribute('data-phase') ?? '']))
  const here = new Set(Object.values(tasksOf).flat())
  if (Object.keys(store.plan.tasks).some(id => !here.has(id))) {
    loadCatalogue().then(({tasks}) => {
      group(Object.entries(tasks).map(([id, [, phase]]) => [id, phase]))
      showProgress()
    })
  }
  return {showProgress, showDates}
}
