// @ts-check
import {startSentence} from './date-sentence.js'
import {subscribeDates} from './dates-source.js'
import {make} from './dom.js'

/** @type {Record<string, string>} */
const ELSEWHERE = {'history': '../files/#history', 'third-parties': '../third-parties/'}
/** Parts of the page that are no row of the table. */
const PLACES = ['cutover', 'where-now', 'what-does-not-fit', 'ways-of-cutting-over', 'go-or-no-go']

/**
 * <date-needs> says how it stands and what needs the reader, with a way to act.
 * Empty in macros/render/dates.py. Without JavaScript: nothing is shown, since there is no date yet.
 */
export class DateNeedsElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const list = make('ul', {class: 'app-attention'})
    const say = startSentence(this, list)
    subscribeDates(() => {}, this.#connection, outlook => {
      say(outlook)
      list.hidden = !outlook
      if (outlook) list.replaceChildren(...outlook.needs.map(needRow))
    })
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {import('../plan/attention.js').Need} need */
function needRow({tone, tag, title, says, act, on}) {
  const place = ELSEWHERE[on] ?? (PLACES.includes(on) ? `#${on}` : `#date-${on}`)
  const link = act ? make('a', {href: place}, act) : ''
  return make('li', {class: tone === 'late' ? 'is-late' : ''}, make('span', {class: tone === 'late' ? 'app-tag is-late' : 'app-tag'}, tag), make('span', {}, make('b', {}, title), ` ${says}`), link)
}
