// @ts-check
import {store} from '../store.js'
import {setText} from './dom.js'

/**
 * <colour-choice> shows the site in light or dark colours, or as the device is set, and remembers which.
 * Wraps the field in overrides/partials/footer.html; the head's script shows the choice before the first paint.
 * Without JavaScript: nothing is shown, and the colours follow the device.
 */
export class ColourChoiceElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const [choice, said] = /** @type {any} */ (this.querySelectorAll('select, span'))
    let seen = ''
    const paint = () => { document.documentElement.dataset.colours = choice.value }
    const show = () => {
      if (store.setting('colours') === seen) return // what could not be kept stays while the page does
      choice.value = seen = store.setting('colours')
      paint()
    }
    choice.addEventListener('change', () => {
      paint()
      setText(said, store.keepSetting('colours', choice.value) ? '' : 'Your browser is not letting this page save.')
    }, this.#connection)
    store.subscribe(show, this.#connection)
    show()
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}
