// @ts-check
/**
 * The form that adds an action of the reader's own: what, who, by when. Enter adds it, and the next can be typed.
 * Loaded on demand, so it gets the store and imports none.
 */
import {findNhsNumber} from '../plan/checks.js'
import {parseDate} from '../plan/dates.js'
import {withValue} from '../plan/plan.js'
import {freshId, make} from './dom.js'
import {formErrors} from './form-errors.js'

/** @typedef {typeof import('../store.js').store} Store */

const NHS_NUMBER = 'This looks like an NHS number. It has not been saved. Remove it.'

/**
 * @param {Store} store
 * @param {[string, string][]} [phases] to choose from; without them an action belongs to no phase
 * @returns {HTMLFormElement}
 */
export function actionForm(store, phases = []) {
  const ids = [freshId(), freshId(), freshId(), freshId()]
  const what = make('input', {id: ids[0], type: 'text', autocomplete: 'off', maxlength: 500})
  const who = make('input', {id: ids[1], type: 'text', autocomplete: 'off', list: 'people', maxlength: 200})
  const when = make('input', {id: ids[2], type: 'text', autocomplete: 'off', placeholder: '8 June 2027'})
  const phase = make('select', {id: ids[3], autocomplete: 'off'}, make('option', {value: ''}, 'Any time'), ...phases.map(([id, title]) => make('option', {value: id}, title)))
  const labelled = (/** @type {string} */ text, /** @type {HTMLElement} */ input) => make('div', {class: 'app-field'}, make('label', {for: input.id}, text), input)
  const form = make('form', {class: 'app-fields', novalidate: true}, labelled('New action', what), labelled('Who', who), labelled('By when', when), ...(phases.length ? [labelled('In phase', phase)] : []), make('button', {class: 'app-button'}, 'Add an action'))
  const show = formErrors(form)
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    const due = when.value.trim() ? parseDate(when.value, 'By when') : {date: ''}
    const faults = /** @type {[HTMLElement, string][]} */ ([
      [what, what.value.trim() ? nhsNumberIn(what) : 'Enter the new action'],
      [who, nhsNumberIn(who)],
      [when, due.problem ?? ''],
    ])
    if (show(faults.filter(([, says]) => says))) return
    addAction(store, {title: what.value.trim(), owner: who.value.trim(), due: due.date ?? '', phase: phase.value, state: 'open'})
    for (const input of [what, who, when]) input.value = ''
    what.focus()
  })
  return form
}

/** @param {HTMLInputElement} input */
const nhsNumberIn = input => findNhsNumber(input.value) ? NHS_NUMBER : ''

/** @param {Store} store @param {Record<string, string>} values */
function addAction(store, values) {
  const id = crypto.randomUUID()
  store.change((plan, stamp) => Object.entries(values).reduce((changed, [name, value]) => withValue(changed, `actions/${id}/${name}`, value, stamp), plan))
}
