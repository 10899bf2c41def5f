// @ts-check
import {inWords} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'
import {store} from '../store.js'
import {make, setText} from './dom.js'
import {field} from './field.js'
import {newPanel} from './planning-source.js'

/**
 * <move-go-live> shows what another Go Live date would move before it moves anything.
 * Wraps the sentence that macros/render/planning.py writes. Without JavaScript: that sentence.
 */
export class MoveGoLiveElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const panel = newPanel()
    const now = make('p')
    const input = field({path: '', label: 'New Go Live date', type: 'date', hint: 'For example, 15 June 2027', read: () => '', save: date => date && panel.move(date)})
    this.replaceChildren(now, make('div', {class: 'app-fields'}, input.root), panel.root)
    const show = () => {
      const goLive = valueAt(store.plan, 'goLive')
      setText(now, goLive ? `Your date is ${inWords(goLive)}. Enter another to see what would move. Nothing moves before you apply it.` : 'Enter a Go Live date first.')
      input.root.hidden = !goLive
    }
    show()
    store.subscribe(show, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}
