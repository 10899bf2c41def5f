// @ts-check
import {inWords} from '../plan/dates.js'
import {WEEKEND, isTooShort} from '../plan/limits.js'
import {store} from '../store.js'
import {button, localDay, make, setText} from './dom.js'
import {newPanel, refill, subscribePlanning} from './planning-source.js'

const SEE = 'What it changes'

/** @typedef {ReturnType<typeof import('../plan/options.js').waysOf>[number]} Way */

/**
 * <cutover-ways> shows what each way of cutting over, and each length of access, would change before one is chosen.
 * Empty in macros/render/planning.py. Without JavaScript: nothing is shown.
 */
export class CutoverWaysElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const panel = newPanel()
    const says = make('p')
    const ways = waysTable('What each way would change', ['Cutover', 'Final data production', 'Links off', 'Without results', 'What to know', SEE])
    const access = waysTable('Access to the old system', ['Access', 'Ends', 'Decide on longer access by', SEE])
    this.append(says, ways.root, access.root, panel.root)
    subscribePlanning(async (planning, facts) => {
      setText(says, planning ? '' : 'Enter a Go Live date to see what each would change.')
      ways.root.hidden = access.root.hidden = !planning
      if (!planning || !facts) return
      const {waysOf} = await import('../plan/options.js')
      const all = (/** @type {string} */ choice) => waysOf(facts.data, store.plan, localDay(), choice)
      ways.fill(all('cutover'), way => [way.title, day(way.production), day(way.linksOff), `${way.results.days} days`, notes(way, panel), choose(way, panel)])
      access.fill(all('access'), way => [way.title, day(way.accessEnds), day(way.decideBy), choose(way, panel)])
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {string} date */
const day = date => (date ? inWords(date, 'brief') : '')

/** What does not fit comes first, with what would; then nothing speaks for this way. @param {Way} way @param {ReturnType<typeof newPanel>} panel */
function notes({id, title, cutover, isOver72Hours, broken, third, fits}, panel) {
  const limits = broken.filter(one => one.id === 'data-signed-off' || isTooShort(one) || (one.isOrder && one.limit.anchor === 'final-data-production')).map(({says}) => says)
  if (broken.some(isTooShort)) {
    const words = ['It does not fit.', ...limits, id === 'weekend' ? WEEKEND : ''].join(' ').trim()
    const options = fits.map(one => named(button(one.title, () => panel.show(`${title}: ${one.title}`, one.change), 'is-link'), `${title}: ${one.title}`))
    return make('div', {}, words, ...(options.length ? [make('div', {class: 'app-buttons'}, 'What would fit:', ...options)] : []))
  }
  const long = isOver72Hours ? `${cutover} days to Go Live: longer than the 72 hours of the supplier’s contract terms of 2020. Ask which holds.` : 'Within 72 hours.'
  const room = !third ? [] : [third.short ? 'No room for a third data check.' : 'Room for a third data check.']
  return [long, ...room, ...limits].join(' ')
}

/** @param {HTMLElement} element @param {string} name */
function named(element, name) {
  element.setAttribute('aria-label', name)
  return element
}

/** @param {Way} way @param {ReturnType<typeof newPanel>} panel */
function choose({title, isChosen, change, broken}, panel) {
  if (isChosen) return make('span', {class: broken.some(isTooShort) ? 'app-tag' : 'app-tag is-ok'}, 'Chosen')
  return named(button('See', () => panel.show(`Choose: ${title}`, change), 'is-quiet'), `See what this changes: ${title}`)
}

/** @param {string} caption @param {string[]} columns */
function waysTable(caption, columns) {
  const body = make('tbody')
  const head = make('tr', {}, ...columns.map(words => make('th', {scope: 'col'}, words === SEE ? make('span', {class: 'app-hidden'}, words) : words)))
  const root = make('table', {class: 'app-cards app-ways'}, make('caption', {}, caption), make('thead', {}, head), body)
  const row = (/** @type {any[]} */ [first, ...rest]) =>
    make('tr', {}, make('th', {scope: 'row'}, first), ...rest.map((cell, at) => make('td', {'data-label': columns[at + 1] === SEE ? null : columns[at + 1]}, cell)))
  const fill = (/** @type {Way[]} */ all, /** @type {(way: Way) => any[]} */ cells) => refill(body, all, () => all.map(way => row(cells(way))))
  return {root, fill}
}
