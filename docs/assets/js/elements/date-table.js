// @ts-check
import {inWords} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'
import {standingOf} from '../plan/standing.js'
import {store} from '../store.js'
import {button, localDay, make, setText} from './dom.js'
import {subscribeDates} from './dates-source.js'
import {fieldsOnOpen} from './field.js'

const STATE_WORDS = {suggested: 'Suggested', agreed: 'Agreed', confirmed: 'Confirmed', done: 'Done'}

/**
 * <date-table> puts the date, its working and its state beside each milestone, and lets it be moved and agreed.
 * Wraps the table that macros/render/dates.py writes. Without JavaScript: every rule in words with its source.
 */
export class DateTableElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('tr[data-milestone]')]).map(startDate)
    const said = make('p', {role: 'status', class: 'app-field__hint'})
    this.append(make('div', {class: 'app-buttons'},
      button('Add to calendar', () => exportDates('addToCalendar', said)),
      button('Copy table', () => exportDates('copyDates', said), 'is-quiet'),
      button('Print your dates', () => print(), 'is-quiet')), said)
    subscribeDates(outlook => {
      shownOutlook = outlook
      if (outlook) nowShown()
      this.hidden = false
      rows.forEach(({show}) => show(outlook))
    }, this.#connection, outlook => rows.forEach(({explain}) => explain(outlook)))
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @typedef {import('../plan/outlook.js').Outlook} Outlook */

/** @type {Outlook | undefined} */
let shownOutlook
let nowShown = () => {}
/** Who is faster than the dates waits for them. @type {Promise<void>} */
const firstShown = new Promise(done => { nowShown = done })

/** @param {'addToCalendar' | 'copyDates'} which @param {HTMLElement} said */
async function exportDates(which, said) {
  if (!valueAt(store.plan, 'goLive')) return setText(said, 'Enter a Go Live date first.')
  await firstShown
  if (!shownOutlook) return
  const copies = await import('./date-copies.js')
  setText(said, await copies[which](shownOutlook, store.plan, localDay()))
}

/** @param {HTMLElement} row */
function startDate(row) {
  const id = row.dataset.milestone ?? ''
  const [head, date, working, state] = /** @type {HTMLElement[]} */ ([...row.children])
  const words = /** @type {HTMLElement} */ (working.firstElementChild)
  const source = working.querySelector('small')
  const rule = words.textContent ?? ''
  const title = head.firstChild?.textContent ?? ''
  const [time, last] = [make('time'), make('span')]
  const [tag, who] = [make('span', {class: 'app-tag'}), make('small')]
  const details = make('details', {}, make('summary', {}, 'Change', make('span', {class: 'app-hidden'}, `: ${title}`)))
  const refresh = id === 'go-live' ? () => {} : fieldsOnOpen(details, 'milestoneFields', id)
  date.append(time, last)
  state.append(tag, who, ...(id === 'go-live' ? [] : [details]))
  return {
    /** The date itself. @param {Outlook | undefined} outlook */
    show(outlook) {
      const day = outlook?.dates.days.get(id)
      row.hidden = Boolean(outlook && !day)
      time.dateTime = day?.date ?? ''
      setText(time, day ? inWords(day.date, 'short') : '')
      setText(last, day?.end && day.end !== day.date ? ` to ${inWords(day.end, 'brief')}` : '')
    },
    /** Why it is then, and how firm it is. @param {Outlook | undefined} outlook */
    explain(outlook) {
      const day = outlook?.dates.days.get(id)
      setText(words, day && outlook ? outlook.working(id) : rule)
      const kind = /** @type {keyof typeof STATE_WORDS} */ (day?.state ?? 'suggested')
      setText(tag, STATE_WORDS[kind])
      tag.className = kind === 'suggested' ? 'app-plain' : 'app-tag is-ok'
      const {by, how, before} = standingOf(store.plan, id, day?.date)
      setText(who, [[by, how].filter(Boolean).join(', '), before, day?.dependsOnCutover && 'Depends on your supplier’s cutover', day?.isExpected && 'Hangs on bank holidays that are not announced yet'].filter(Boolean).join('. '))
      if (source) source.hidden = Boolean(day?.pinned)
      refresh()
    },
  }
}
