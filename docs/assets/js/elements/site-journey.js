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
    store.subscribe(() => showJourney(this), {signal})
    showJourney(this)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {HTMLElement} journey */
async function showJourney(journey) {
  if (!Object.keys(store.plan.tasks).length) return
  const {tasks} = await loadCatalogue()
  for (const station of journey.querySelectorAll('li[data-phase]')) {
    const ids = Object.keys(tasks).filter(id => tasks[id][1] === /** @type {HTMLElement} */ (station).dataset.phase)
    const {done, notApplicable, words} = progress(store.plan, ids)
    const small = station.querySelector('small')
    if (done + notApplicable && small) setText(small, words)
    station.classList.toggle('is-done', ids.length > 0 && done + notApplicable === ids.length)
  }
}
