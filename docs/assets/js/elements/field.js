// @ts-check
/**
 * Fields that are bound to a path of the plan: what is typed is kept, what another tab types is shown.
 * What looks like an NHS number is not kept until the reader says that it is none.
 */
import {findNhsNumber} from '../plan/checks.js'
import {inWords, parseDate} from '../plan/dates.js'
import {LONGEST_TEXT, valueAt, withValue} from '../plan/plan.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {button, freshId, make, setText} from './dom.js'

export const NHS_NUMBER = 'This looks like an NHS number. It has not been saved. Remove it. '
/** What is wrong with a title that is given at once. @param {string} text */
export const problemOf = text => (findNhsNumber(text) ? NHS_NUMBER : '')
/** @type {[string, string][]} */
export const STATUSES = [['', 'Not started'], ['in-progress', 'In progress'], ['blocked', 'Blocked']]

const WAIT_MS = 400

/**
 * @typedef {{
 *   path: string, label: string, type?: 'text' | 'date' | 'note' | 'choice', choices?: [string, string][],
 *   hint?: string, root?: HTMLElement, name?: string, list?: string,
 *   save?: (value: string) => void, read?: () => string,
 * }} FieldOptions path: where in the plan; root: the cell that it fills; name: the accessible name where the head of a table is what one sees
 * @typedef {{root: HTMLElement, input: any, refresh: () => void}} Field
 */

/**
 * @param {FieldOptions} options
 * @returns {Field}
 */
export function field(options) {
  const {path, label, type = 'text', hint = ''} = options
  const id = freshId()
  const input = control(options, id)
  const below = make('p', {class: 'app-field__hint'}, hint)
  const problem = make('p', {class: 'app-field__problem', role: 'alert'})
  const read = options.read ?? (() => valueAt(store.plan, path))
  const save = options.save ?? (value => store.change((plan, stamp) => withValue(plan, path, value, stamp)))
  const root = options.root ?? make('div')
  root.classList.add('app-field')
  if (options.name) input.setAttribute('aria-label', options.name)
  else root.append(make('label', {for: id, id: `${id}-label`}, label))
  root.append(type === 'date' ? withPicker(input) : input)
  /** What describes the field: its hint, and what is wrong with it. */
  const about = make('div', {id: `${id}-about`})
  const describe = (/** @type {Node} */ words) => {
    about.append(words)
    if (about.parentNode) return
    root.append(about)
    input.setAttribute('aria-describedby', about.id)
  }
  if (hint || type === 'date') describe(below)

  /** @param {string} says @param {...Node} more */
  const complain = (says, ...more) => {
    if (problem.firstChild?.textContent !== says) problem.replaceChildren(says, ...more)
    if (!says) problem.remove()
    else if (!problem.parentNode) describe(problem)
    root.classList.toggle('is-wrong', Boolean(says))
    input.setAttribute('aria-invalid', String(Boolean(says)))
  }
  const keep = (isSure = false) => {
    clearTimeout(waiting)
    waiting = 0
    const typed = input.value.trim()
    if (type === 'date' && typed) {
      const parsed = parseDate(typed, label)
      if (parsed.problem !== undefined) return complain(parsed.problem)
      save(parsed.date)
    } else if (!isSure && type !== 'choice' && findNhsNumber(typed)) {
      return complain(
        NHS_NUMBER,
        button('It is not an NHS number', () => keep(true), 'is-link'),
      )
    } else save(typed)
    complain('')
    refresh()
  }
  const refresh = () => {
    const value = read()
    if (type === 'date') setText(below, value ? inWords(value, 'long') : hint)
    if (document.activeElement === input || problem.isConnected) return
    const shown = type === 'date' && value ? inWords(value, 'long').replace(/^\w+ /, '') : value
    if (input.value !== shown) input.value = shown
  }
  let waiting = 0
  input.addEventListener('change', () => keep())
  input.addEventListener('focus', () => { typing = () => waiting && keep() })
  if (type !== 'date' && type !== 'choice') {
    input.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(keep, WAIT_MS)
    })
  }
  input.addEventListener('blur', refresh)
  refresh()
  return {root, input, refresh}
}

/** @type {() => any} keeps what is being typed, if it is not kept yet */
let typing = () => undefined

addEventListener('pagehide', () => typing())

/**
 * Put fields into a disclosure when it is opened first; what they need is fetched then.
 * @param {HTMLElement} details
 * @param {'taskFields' | 'partyFields' | 'actionFields' | 'seatFields' | 'milestoneFields'} which of detail-fields.js
 * @param {...any} rest what that function takes
 * @returns {() => void} shows the fields as the plan has them
 */
export function fieldsOnOpen(details, which, ...rest) {
  /** @type {{refresh: () => void}[]} */
  let fields = []
  const fill = async () => {
    const all = await import('./detail-fields.js')
    fields = /** @type {any} */ (all[which])({store, field, subscribeDates}, details, ...rest)
  }
  if (/** @type {HTMLDetailsElement} */ (details).open) fill() // opened before its turn came
  else details.addEventListener('toggle', fill, {once: true})
  return () => fields.forEach(one => one.refresh())
}

/** @param {FieldOptions} options @param {string} id */
function control({type, choices = [], list}, id) {
  const common = {id, autocomplete: 'off', maxlength: LONGEST_TEXT}
  if (type === 'note') return make('textarea', {...common, rows: 3})
  if (type !== 'choice') return make('input', {...common, type: 'text', list})
  return make('select', {id, autocomplete: 'off'}, ...choices.map(([value, text]) => make('option', {value}, text)))
}

/** The native picker beside a date that is typed; it is fetched when it is asked for. @param {HTMLInputElement} input */
function withPicker(input) {
  const open = button('Calendar', async () => (await import('./date-picker.js')).pickDate(input, open), 'is-quiet')
  open.setAttribute('aria-describedby', `${input.id}-label`)
  return make('div', {class: 'app-field__row'}, input, open)
}
