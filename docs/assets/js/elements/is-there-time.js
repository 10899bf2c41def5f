// @ts-check
import {inWords} from '../plan/dates.js'
import {store} from '../store.js'
import {button, localDay, make, setText} from './dom.js'
import {loadPlanning, refill, subscribePlanning} from './planning-source.js'

const MOST_SHOWN = 6
/** @typedef {import('./planning-source.js').Planning} Planning */

/** A task of the page may last so long, in milliseconds, before the reader has their turn. */
const SLICE_MS = 12

/**
 * <is-there-time> says which notices can no longer be kept, the first Go Live that keeps all, and which dates to ask a supplier about.
 * Wraps the sentence that macros/render/planning.py writes. Without JavaScript: that sentence.
 */
export class IsThereTimeElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const says = make('p', {'aria-live': 'polite'})
    const list = make('ul', {class: 'app-attention'})
    const [first, third] = [make('p'), make('p')]
    const ask = askAbout()
    this.replaceChildren(says, list, first, third, ask.root)
    subscribePlanning((planning, facts) => {
      ask.root.hidden = !planning || planning.isOrdered
      ask.check()
      setText(third, planning?.third?.says ?? '')
      const rows = planning ? [...planning.late, ...planning.known] : []
      refill(list, rows, () => rows.map(leadRow))
      setText(says, planning ? timeWords(planning) : 'Enter a Go Live date first.')
      if (!planning) setText(first, '')
      const shown = store.plan
      if (facts && planning) setTimeout(() => shown === store.plan && showEarliest(first, facts, planning))
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {{isKnown: boolean, says: string}} lead */
function leadRow({isKnown, says}) {
  const late = isKnown ? 'is-late' : ''
  return make('li', {class: late}, make('span', {class: `app-tag ${late}`}, isKnown ? 'Not done' : 'Past its date'), make('div', {}, says))
}

/** Never that there is time for each, where one is known not to be done or nothing is ordered. @param {Planning} planning */
function timeWords({late, known, tooLate, leads, isOrdered}) {
  const all = leads.length
  if (!all) return 'Every notice that is listed here is done.'
  const parts = [
    isOrdered ? '' : 'Your order is not placed, so no date is certain.',
    late.length ? `${late.length} of ${all} notices and lead times can no longer be kept, unless they were done.` : '',
    known.length ? `${known.length} of ${all} ${known.length === 1 ? 'has' : 'have'} not happened, as you said, and can still be in time.` : '',
    tooLate.length ? `${tooLate.length} of ${all} ${tooLate.length === 1 ? 'is' : 'are'} dated too late: see What does not fit.` : '',
  ].filter(Boolean)
  const rest = isOrdered ? `There is time for each of the ${all} notices and lead times that are not done.` : `The last day of each of the ${all} notices and lead times is still to come. Ask your supplier about the dates below.`
  return [...parts, ...(late.length || known.length || tooLate.length ? [] : [rest])].join(' ')
}

/** @param {HTMLElement} place @param {import('./planning-source.js').Facts} facts @param {Planning} planning */
async function showEarliest(place, {data}, {late, hasFirm, isOrdered}) {
  const {earliestGoLive} = await import('../plan/leadtimes.js')
  const date = earliestGoLive(data, store.plan, localDay())
  const anew = !date && hasFirm ? earliestGoLive(data, store.plan, localDay(), true) : undefined
  const meets = 'meets the notice periods listed here'
  const kept = hasFirm ? ' and keeps the dates that were agreed or confirmed' : ''
  const none = `No Go Live within two years ${meets}${kept}.`
  const words = date ? `The earliest Go Live that ${meets}${kept} is ${inWords(date)}.` : anew ? `${none} If those dates are agreed anew, the earliest is ${inWords(anew)}.` : none
  const unordered = isOrdered ? '' : ' That counts notices alone: nothing is ordered yet, and an order comes 12 to 16 weeks before Go Live.'
  setText(place, `${words}${unordered} Your suppliers and ICB decide.${late.length && (date || anew) ? ' To try it, enter it under Move Go Live.' : ''}`)
}

/** Before the order: dates to ask about, looked for when the reader wants them. */
function askAbout() {
  /** @type {unknown} */
  let foundFor
  const list = make('ol')
  const said = make('p', {role: 'status', class: 'app-field__hint'})
  const find = button('Find dates to ask about', async () => {
    setText(said, 'Looking at each Tuesday to Thursday of a year …')
    const [{data, more, planningOf}, {candidates, toAskAbout}] = await Promise.all([loadPlanning(), import('../plan/candidates.js')])
    const shown = store.plan
    const look = (/** @type {boolean} */ isAnew) => inSlices(candidates(data, more.periods, shown, localDay(), isAnew))
    const [kept, {hasFirm}] = [await look(false), planningOf(data, more, shown, localDay()) ?? {hasFirm: false}]
    const isAnew = hasFirm && !kept.length
    const all = isAnew ? await look(true) : kept
    foundFor = shown
    const best = toAskAbout(all, MOST_SHOWN)
    list.replaceChildren(...best.map(({date, reasons}) => make('li', {}, make('b', {}, inWords(date)), `: ${reasons.join('. ')}.`)))
    const agreed = isAnew ? ' The dates that were agreed would have to be agreed anew.' : hasFirm ? ' The dates that were agreed or confirmed stay.' : ''
    const [first] = best
    const short = first?.past.length ? ` Not one has all its suggested dates still to come; the first is short of: ${first.past.join(', ')}. If that has happened, say so under Where are you now, and find them again.` : ''
    setText(said, best.length ? `${all.length} dates were looked at.${agreed}${short} Your supplier decides which it can keep.` : 'No date of the next year keeps every notice listed here. Ask your supplier.')
  }, 'is-quiet')
  const root = make('div', {}, make('h3', {id: 'dates-to-ask'}, 'Dates to ask your supplier about'), make('p', {}, 'Before you order, ask about more than one date. We rank those first whose suggested dates are all still to come, then by clashes and days without electronic results.'), make('div', {class: 'app-buttons'}, find), said, list)
  const check = () => foundFor && foundFor !== store.plan && setText(said, 'The plan has changed since then. Find them again.')
  return {root, check}
}

/** Take what comes, with a pause whenever it takes long. @template T @param {Iterable<T | undefined>} source @returns {Promise<T[]>} */
async function inSlices(source) {
  const all = []
  let start = performance.now()
  for (const one of source) {
    if (one) all.push(one)
    if (performance.now() - start > SLICE_MS) {
      await new Promise(done => { setTimeout(done) })
      start = performance.now()
    }
  }
  return all
}
