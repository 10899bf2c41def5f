// @ts-check
import {loadCatalogue} from '../catalogue.js'
import {progress} from '../plan/plan.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {setText} from './dom.js'

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
    const show = startJourney(this)
    store.subscribe(() => show(), {signal})
    subscribeDates(show, this.#connection)
    show()
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/**
 * Which tasks each phase has: those of this page at once, all others when there is a plan to show.
 * @param {HTMLElement} journey
 * @returns {(outlook?: import('../plan/outlook.js').Outlook) => void} shows when each phase is and how far
 */
function startJourney(journey) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.app-task[data-task]')])
  let phaseOf = Object.fromEntries(rows.map(row => [row.dataset.task, row.closest('[data-phase]')?.getAttribute('data-phase')]))
  /** @type {import('../plan/outlook.js').Outlook | undefined} */
  let dates
  const show = (/** @type {import('../plan/outlook.js').Outlook | undefined} */ outlook = dates) => {
    dates = outlook
    for (const station of /** @type {NodeListOf<HTMLElement>} */ (journey.querySelectorAll('li[data-phase]'))) {
      const ids = Object.keys(phaseOf).filter(id => phaseOf[id] === station.dataset.phase)
      const {done, notApplicable, total} = progress(store.plan, ids)
      const small = station.querySelector('small')
      const parts = [dates?.phaseWords(station.dataset.phase ?? ''), done + notApplicable ? `${done} of ${total} done` : ''].filter(Boolean)
      if (parts.length && small) setText(small, parts.join(' · '))
      station.classList.toggle('is-done', ids.length > 0 && done + notApplicable === ids.length)
    }
  }
  if (Object.keys(store.plan.tasks).some(id => !phaseOf[id])) {
    loadCatalogue().then(({tasks}) => {
      phaseOf = Object.fromEntries(Object.entries(tasks).map(([id, [, phase]]) => [id, phase]))
      show()
    })
  }
  return show
}
