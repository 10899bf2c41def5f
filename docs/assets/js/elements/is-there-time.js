// @ts-check
import {inWords} from '../plan/dates.js'
import {store} from '../store.js'
import {button, localDay, make, setText} from './dom.js'
import {loadPlanning, refill, subscribePlanning} from './planning-source.js'

const MOST_SHOWN = 6
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
      const late = planning?.late ?? []
      refill(list, late, () => late.map(lateRow))
      setText(says, planning ? lateWords(planning.late.length, planning.leads.length) : 'Enter a Go Live date first.')
      if (!planning) setText(first, '')
      const shown = store.plan
      if (facts && planning) setTimeout(() => shown === store.plan && showEarliest(first, facts, planning.late.length))
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {import('./planning-source.js').Planning['late'][number]} lead */
function lateRow({isKnown, says}) {
  const late = isKnown ? 'is-late' : ''
  return make('li', {class: late}, make('span', {class: `app-tag ${late}`}, isKnown ? 'Late' : 'Past its date'), make('div', {}, says))
}

/** @param {number} late @param {number} all */
function lateWords(late, all) {
  if (!all) return 'Every notice that is listed here is done.'
  if (!late) return `There is time for each of the ${all} notices and lead times that are not done.`
  return `${late} of ${all} notices and lead times can no longer be kept, unless they were done.`
}

/** @param {HTMLElement} place @param {import('./planning-source.js').Facts} facts @param {number} late */
async function showEarliest(place, {data}, late) {
  const {earliestGoLive} = await import('../plan/leadtimes.js')
  const date = earliestGoLive(data, store.plan, localDay())
  const words = date ? `The earliest Go Live that meets the notice periods listed here is ${inWords(date)}.` : 'No Go Live within two years meets the notice periods listed here.'
  setText(place, `${words} Your suppliers and ICB decide.${late && date ? ' To try it, enter it under Move Go Live.' : ''}`)
}

/** Before the order: dates to ask about, looked for when the reader wants them. */
function askAbout() {
  /** @type {unknown} */
  let foundFor
  const list = make('ol')
  const said = make('p', {role: 'status', class: 'app-field__hint'})
  const find = button('Find dates to ask about', async () => {
    setText(said, 'Looking at each Tuesday to Thursday of a year …')
    const [{data, more}, {candidates, toAskAbout}] = await Promise.all([loadPlanning(), import('../plan/candidates.js')])
    const shown = store.plan
    const all = await inSlices(candidates(data, more.periods, shown, localDay()))
    foundFor = shown
    const best = toAskAbout(all, MOST_SHOWN)
    list.replaceChildren(...best.map(({date, reasons}) => make('li', {}, make('b', {}, inWords(date)), `: ${reasons.join('. ')}.`)))
    setText(said, best.length ? `${all.length} dates were looked at. Your supplier decides which it can keep.` : 'No date of the next year keeps every notice listed here. Ask your supplier.')
  }, 'is-quiet')
  const root = make('div', {}, make('h3', {id: 'dates-to-ask'}, 'Dates to ask your supplier about'), make('p', {}, 'Before you order, ask about more than one date. We rank by clashes, then by days without electronic results.'), make('div', {class: 'app-buttons'}, find), said, list)
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
