// @ts-check
import {inWords} from '../plan/dates.js'
import {valueAt, withValue} from '../plan/plan.js'
import {store} from '../store.js'
import {localDay, make, setText} from './dom.js'
import {subscribeDates} from './dates-source.js'
import {field} from './field.js'

const ANSWERS = /** @type {[string, string][]} */ ([['', 'Choose an answer'], ['yes', 'Yes, it happened'], ['no', 'No'], ['unknown', 'I don’t know']])

/**
 * <where-now> asks of each milestone whose date is past whether it has happened, before anything is called late.
 * What tells where a practice stands is asked sooner, apart from that: it may have happened early.
 * Wraps the sentence that macros/render/dates.py writes. Without JavaScript: that sentence.
 */
export class WhereNowElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const [intro, early] = [make('p'), make('p', {hidden: true}, 'Still to come. Answer only what has happened already.')]
    const [past, toCome] = [make('ul', {class: 'app-where'}), make('ul', {class: 'app-where'})]
    /** @type {Map<string, {row: HTMLElement, refresh: () => void}>} */
    const rows = new Map()
    this.replaceChildren(intro, past, early, toCome)
    subscribeDates(() => {}, this.#connection, outlook => {
      const asked = outlook?.asked ?? []
      const isPast = (/** @type {{date: string, end: string}} */ {date, end}) => (end || date) < localDay()
      const count = asked.filter(isPast).length
      setText(intro, !outlook ? 'Enter a Go Live date first.' : count ? 'These dates are past. Has each of them happened?' : 'No date of your plan is past.')
      early.hidden = asked.length === count
      for (const one of asked) {
        const {row, refresh} = rows.get(one.id) ?? question(one.id, one.title)
        rows.set(one.id, {row, refresh})
        const list = isPast(one) ? past : toCome
        if (row.parentElement !== list) list.append(row)
        setSuggested(row, one.date)
        refresh()
      }
      for (const [id, {row}] of rows) if (!asked.some(one => one.id === id)) row.remove()
    })
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {HTMLElement} row @param {string} date */
function setSuggested(row, date) {
  const small = row.querySelector('small')
  if (small) setText(small, inWords(date, 'short'))
}

/** @param {string} id @param {string} title */
function question(id, title) {
  const path = `milestones/${id}/done`
  const isDate = () => /^\d/.test(valueAt(store.plan, path))
  const when = field({path, label: `When was it: ${title}`, type: 'date', read: () => (isDate() ? valueAt(store.plan, path) : ''), hint: 'For example, 8 March 2027'})
  const answer = field({
    path, label: title, type: 'choice', choices: ANSWERS,
    read: () => (isDate() ? 'yes' : valueAt(store.plan, path)),
    save: value => {
      when.root.hidden = value !== 'yes'
      store.change((plan, stamp) => withValue(plan, path, value, stamp))
      if (value === 'yes') when.input.focus()
    },
  })
  answer.root.append(make('small'))
  const row = make('li', {}, answer.root, when.root)
  when.root.hidden = !isDate() && valueAt(store.plan, path) !== 'yes'
  return {row, refresh: () => [answer, when].forEach(one => one.refresh())}
}
