// @ts-check
import {inWords} from '../plan/dates.js'
import {valueAt, withValue} from '../plan/plan.js'
import {store} from '../store.js'
import {make, setText} from './dom.js'
import {subscribeDates} from './dates-source.js'
import {field} from './field.js'

const ANSWERS = /** @type {[string, string][]} */ ([['', 'Choose an answer'], ['yes', 'Yes, it happened'], ['no', 'No'], ['unknown', 'I don’t know']])

/**
 * <where-now> asks of each milestone whose date is past whether it has happened, before anything is called late.
 * Empty in macros/render/dates.py. Without JavaScript: nothing is shown, since nothing can be past.
 */
export class WhereNowElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const intro = make('p')
    const list = make('ul', {class: 'app-where'})
    /** @type {Map<string, {row: HTMLElement, refresh: () => void}>} */
    const rows = new Map()
    this.replaceChildren(intro, list)
    subscribeDates(() => {}, this.#connection, outlook => {
      const past = outlook?.asked ?? []
      setText(intro, outlook ? 'Has each of these happened? Dates that are past are asked about here.' : 'Enter a Go Live date first.')
      for (const {id, title, date} of past) {
        if (!rows.has(id)) rows.set(id, question(id, title))
        const row = rows.get(id)
        if (row && row.row.parentElement !== list) list.append(row.row)
        if (row) setSuggested(row.row, date)
        row?.refresh()
      }
      for (const [id, {row}] of rows) if (!past.some(one => one.id === id)) row.remove()
    })
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {HTMLElement} row @param {string} date */
function setSuggested(row, date) {
  const small = row.querySelector('small')
  if (small) setText(small, `Suggested for ${inWords(date, 'short')}`)
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
  const row = make('li', {class: 'app-details'}, make('div', {}, answer.root, make('small')), when.root)
  when.root.hidden = !isDate() && valueAt(store.plan, path) !== 'yes'
  return {row, refresh: () => [answer, when].forEach(one => one.refresh())}
}
