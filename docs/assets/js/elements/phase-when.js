// @ts-check
import {setText} from './dom.js'
import {subscribeDates} from './dates-source.js'

/**
 * <phase-when> shows when a phase is, in the facts at the top of its page.
 * Wraps the rule in words that macros/render/phases.py writes. Without JavaScript: the rule.
 */
export class PhaseWhenElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const rule = this.textContent ?? ''
    subscribeDates(outlook => {
      const when = outlook?.phaseWords(this.dataset.phase ?? '')
      setText(this, when || rule)
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}
