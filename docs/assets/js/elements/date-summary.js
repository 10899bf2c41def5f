// @ts-check
import {CAUTION, inWords, weeksToGo} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'
import {store} from '../store.js'
import {localDay, make, setText} from './dom.js'
import {subscribeDates} from './dates-source.js'

const NEXT = 8
const ENTER = 'Enter a Go Live date. Every milestone and every notice follows from it.'
/** Parts of the page that are no row of the table. */
const PLACES = ['cutover', 'where-now']

/**
 * <date-summary> says how it stands and what comes next, or, where it is `data-long`, what needs the reader.
 * Wraps the link that macros/render/dates.py writes. Without JavaScript: the link to all the rules.
 */
export class DateSummaryElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const says = make('p', {class: 'app-say', 'aria-live': 'polite'})
    const caution = make('p', {class: 'app-field__hint'}, CAUTION)
    const list = make('ul', {class: 'long' in this.dataset ? 'app-attention' : 'app-coming'})
    this.prepend(says, caution, list)
    const isLong = 'long' in this.dataset
    list.hidden = caution.hidden = !valueAt(store.plan, 'goLive')
    setText(says, list.hidden ? ENTER : standing(store.plan))
    subscribeDates(outlook => {
      caution.hidden = list.hidden = !outlook
      setText(says, outlook ? outlook.says : ENTER)
      if (outlook) list.replaceChildren(...(isLong ? outlook.needs.map(needRow) : outlook.next(NEXT).map(comingRow)))
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** How it stands as far as it is known before the dates are. @param {import('../plan/plan.js').Plan} plan */
function standing(plan) {
  const date = valueAt(plan, 'goLive')
  return `Go Live ${date < localDay() ? 'was' : 'is'} ${inWords(date)}: ${weeksToGo(localDay(), date)}.`
}

/** @param {import('../plan/attention.js').Need} need */
function needRow({tone, tag, title, says, act, on}) {
  const link = act ? make('a', {href: PLACES.includes(on) ? `#${on}` : `#date-${on}`}, act) : ''
  return make('li', {class: tone === 'late' ? 'is-late' : ''}, make('span', {class: tone === 'late' ? 'app-tag is-late' : 'app-tag'}, tag), make('span', {}, make('b', {}, title), ` ${says}`), link)
}

/** @param {{date: string, title: string}} coming */
const comingRow = ({date, title}) => make('li', {}, make('time', {datetime: date}, inWords(date, 'brief')), ` ${title}`)
