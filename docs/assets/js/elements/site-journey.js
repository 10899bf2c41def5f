// @ts-check
import {loadCatalogue} from '../catalogue.js'
import {progress} from '../plan/plan.js'
import {store} from '../store.js'
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
    store.subscribe(show, {signal})
    show()
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/**
 * Which tasks each phase has: those of this page at once, all others when there is a plan to show.
 * @param {HTMLElement} journey
 * @returns {() => void} shows how far each phase is
 */
function startJourney(journey) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.app-task[data-task]')])
  let phaseOf = Object.fromEntries(rows.map(row => [row.dataset.task, row.closest('[data-phase]')?.getAttribute('data-phase')]))
  const show = () => {
    for (const station of /** @type {NodeListOf<HTMLElement>} */ (journey.querySelectorAll('li[data-phase]'))) {
      const ids = Object.keys(phaseOf).filter(id => phaseOf[id] === station.dataset.phase)
      const {done, notApplicable, words} = progress(store.plan, ids)
      const small = station.querySelector('small')
      if (done + notApplicable && small) setText(small, words)
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
