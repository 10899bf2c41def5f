// @ts-check
import {inWords} from '../plan/dates.js'
import {startSentence} from './date-sentence.js'
import {subscribeDates} from './dates-source.js'
import {make} from './dom.js'

const NEXT = 8

/**
 * <date-summary> says how it stands and what comes next.
 * Wraps the link that macros/render/dates.py writes. Without JavaScript: the link to all the rules.
 */
export class DateSummaryElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const list = make('ul', {class: 'app-coming'})
    const say = startSentence(this, list)
    subscribeDates(outlook => {
      list.hidden = !outlook
      if (outlook) list.replaceChildren(...outlook.next(NEXT).map(comingRow))
    }, this.#connection, say)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {{date: string, title: string}} coming */
const comingRow = ({date, title}) => make('li', {}, make('time', {datetime: date}, inWords(date, 'brief')), ` ${title}`)
