// @ts-check
import {changeWords, optionWords, placeWords} from '../exports/changes.js'
import {inWords} from '../plan/dates.js'
import {lastChange, undoLastChange} from '../plan/history.js'
import {questionsOf, withAsked, withChosen} from '../plan/questions.js'
import {store} from '../store.js'
import {button, clockTime, localDay, make} from './dom.js'
import {loadNames} from './guide-news.js'

const SHOWN = 30

/**
 * <plan-history> says who changed what and when, undoes the last changes in order, and asks about what two people changed.
 * Wraps the sentence of macros/render/files.py. Without JavaScript: that sentence.
 */
export class PlanHistoryElement extends HTMLElement {
  #connection = new AbortController()

  async connectedCallback() {
    this.#connection = new AbortController()
    const names = await loadNames().catch(() => undefined) // then ids stand for titles
    const said = make('p', {tabindex: '-1', class: 'app-said'}) // the focus goes there, which is how it is told
    const body = make('div')
    this.replaceChildren(said, make('div'), body) // between them, what can be done about it
    const show = () => {
      // The rest of the page notes changes when it is left; here they are wanted now.
      dispatchEvent(new Event('plan-history'))
      body.replaceChildren(...decisions(names, said), ...history(names, said))
    }
    store.subscribe(() => body.contains(document.activeElement) || show(), this.#connection)
    said.addEventListener('plan-shown', show, this.#connection)
    show()
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @typedef {import('../exports/changes.js').Names | undefined} Names */

/** Say what was done, show the rest anew, and keep the focus. @param {HTMLElement} said @param {string} words @param {...HTMLElement} acts */
function tell(said, words, ...acts) {
  said.textContent = words
  said.nextElementSibling?.replaceChildren(...acts)
  said.focus()
  said.dispatchEvent(new Event('plan-shown'))
}

/** @param {Names} names @param {HTMLElement} said */
function decisions(names, said) {
  const open = questionsOf(store.plan)
  if (!open.length) return []
  return [
    make('h3', {}, 'Changed by two people'),
    make('p', {}, 'Neither knew of the other’s change. The later one is shown in the plan until you decide. A date is kept with its state, and with who agreed it and how.'),
    make('ul', {class: 'app-plain-list'}, ...open.map(({path, options}) => {
      const place = placeWords(store.plan, path, names)
      return make('li', {}, make('div', {role: 'group', 'aria-label': place}, make('b', {}, place), make('ul', {}, ...options.map(option => make('li', {},
        `${optionWords(option, names)} (${whoWhen(option)})`,
        make('div', {}, keepButton(option, `${place}: ${optionWords(option, names)}`, said)))))))
    })),
  ]
}

/** @param {import('../plan/questions.js').Option} option @param {string} words @param {HTMLElement} said */
function keepButton(option, words, said) {
  const one = button('Keep this', () => {
    const before = store.plan
    store.change((plan, stamp) => withChosen(plan, option, stamp))
    const after = store.plan
    tell(said, `Kept: ${words}.`, button('Ask again', () => {
      store.change((plan, stamp) => withAsked(plan, before, after, option, stamp))
      tell(said, 'Both are there again to choose from.')
    }, 'is-link'))
  }, 'is-link')
  one.setAttribute('aria-label', `Keep this: ${words}`)
  return one
}

/** @param {Names} names @param {HTMLElement} said */
function history(names, said) {
  const {plan} = store
  const entries = plan.history.filter(entry => entry.what)
  if (!entries.length) return [make('p', {}, 'Nothing was changed yet.')]
  const last = lastChange(plan)
  const undo = button('Undo the last change', () => {
    const words = last.map(entry => placeWords(plan, entry.what, names)).join(', ')
    store.change(undoLastChange)
    tell(said, `Undone: ${words}.`)
  }, 'is-quiet')
  return [
    ...(last.length ? [make('p', {}, `The last change: ${last.map(entry => changeWords(plan, entry, names)).join('; ')}`), make('div', {class: 'app-buttons'}, undo)] : []),
    make('table', {class: 'app-actions'}, make('caption', {}, 'Last changes'),
      make('thead', {}, make('tr', {}, ...['When', 'Who', 'What'].map(title => make('th', {scope: 'col'}, title)))),
      make('tbody', {}, ...entries.slice(-SHOWN).toReversed().map(entry => make('tr', {},
        make('td', {}, when(entry.at)), make('td', {}, entry.by ?? 'Not named'),
        make('td', {}, `${entry.undoes ? 'Undone. ' : ''}${changeWords(plan, entry, names)}`))))),
  ]
}

/** @param {any} version */
const whoWhen = ({by, at}) => `${by || 'not named'}, ${when(at)}`

/** @param {number} at */
const when = at => `${inWords(localDay(at), 'short')}, ${clockTime(at)}`
