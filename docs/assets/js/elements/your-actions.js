// @ts-check
import {loadCatalogue} from '../catalogue.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {field, fieldsOnOpen} from './field.js'
import {inTurn} from './in-turn.js'

/**
 * <your-actions> lists all that is open with its owner and date, by phase; takes the reader's own actions;
 * copies the list as a table or as an e-mail, and prints it.
 * Wraps the place that macros/render/plan.py writes. Without JavaScript: one sentence.
 * It stands at the foot of a long page, so it is fetched when there is a plan or when a reader comes near.
 */
export class YourActionsElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    const connection = new AbortController()
    this.#connection = connection
    const {signal} = connection
    const near = new IntersectionObserver(seen => seen.some(({isIntersecting}) => isIntersecting) && start(), {rootMargin: '300%'})
    const start = async () => {
      near.disconnect()
      const {startActions} = await import('./actions-list.js')
      if (!signal.aborted) startActions(this, {store, field, fieldsOnOpen, loadCatalogue, subscribeDates}, connection)
    }
    // Whoever reloads at the foot of the page finds its room kept.
    if (history.state?.actionsHeight) this.style.minHeight = `${history.state.actionsHeight}px`
    signal.addEventListener('abort', () => near.disconnect())
    inTurn(this, () => {
      if (signal.aborted) return
      if (store.isEmpty) near.observe(this)
      else start()
    })
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}
