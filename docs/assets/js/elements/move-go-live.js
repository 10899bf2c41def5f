// @ts-check
import {inWords, parseDate} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'
import {store} from '../store.js'
import {changePanel} from './change-panel.js'
import {make, setText} from './dom.js'
import {field} from './field.js'

/**
 * <move-go-live> shows what another Go Live date would move before it moves anything.
 * It also takes a date typed into the Go Live field, once something was agreed, done or told for the old one.
 * Wraps the sentence that macros/render/planning.py writes. Without JavaScript: that sentence.
 */
export class MoveGoLiveElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const panel = changePanel()
    const now = make('p')
    const input = field({path: '', label: 'New Go Live date', type: 'date', hint: 'For example, 15 June 2027', read: () => '', save: date => preview(date, panel)})
    this.replaceChildren(now, make('div', {class: 'app-fields'}, input.root), panel.root)
    const show = () => {
      const goLive = valueAt(store.plan, 'goLive')
      setText(now, goLive ? `Your date is ${inWords(goLive)}. Enter another to see what would move. Nothing moves before you apply it.` : 'Enter a Go Live date first.')
      input.root.hidden = !goLive
    }
    show()
    store.subscribe(show, this.#connection)
    document.addEventListener('change', event => {
      const date = typedGoLive(/** @type {HTMLInputElement} */ (event.target))
      if (!date || !valueAt(store.plan, 'goLive') || !hasPromises(store.plan)) return
      event.stopPropagation() // before the field itself hears of it
      preview(date, panel)
    }, {capture: true, signal: this.#connection.signal})
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** The date that was typed into the Go Live field of the page; '' for another field, or no date. @param {HTMLInputElement} input */
function typedGoLive(input) {
  const isField = input.labels?.[0]?.textContent === 'Go Live date'
  return isField && input.value.trim() ? parseDate(input.value.trim()).date ?? '' : ''
}

/** @param {string} date @param {ReturnType<typeof changePanel>} panel */
async function preview(date, panel) {
  if (!date) return
  const {goLiveChange} = await import('../plan/moves.js')
  const {change, problem} = goLiveChange(store.plan, date)
  if (problem !== undefined) panel.say(problem)
  else await panel.show(`Move Go Live to ${inWords(date)}`, change)
}

/** Was anything agreed, confirmed or done, or anybody told? Then a move touches others. @param {import('../plan/plan.js').Plan} plan */
function hasPromises(plan) {
  const isFirm = (/** @type {string} */ id) => valueAt(plan, `milestones/${id}/state`) || /^\d/.test(valueAt(plan, `milestones/${id}/done`))
  return Object.keys(plan.milestones).some(isFirm) || Object.values(plan.parties).some(party => party.told?.length)
}
