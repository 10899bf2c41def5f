// @ts-check
import {findNhsNumber} from '../plan/checks.js'
import {inWords} from '../plan/dates.js'
import {targets, tickState, valueAt} from '../plan/plan.js'
import {titleOf} from '../plan/sharing.js'
import {store} from '../store.js'
import {button, downloadFile, freshId, localDay, make} from './dom.js'
import {copyPlan, deletedPlan, deletePlan, listPlans, openPlan, renamePlan, startPlan, undoDelete} from './plan-shelf.js'

const NHS_NUMBER_IN_NAME = 'This looks like an NHS number. It has not been saved. Remove it.'

/**
 * <plan-list> shows every plan that is kept in this browser, and changes between them.
 * Wraps the sentence of macros/render/files.py. Without JavaScript: that sentence.
 */
export class PlanListElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const table = make('div')
    const said = make('p', {tabindex: '-1', class: 'app-said'}) // the focus goes there, which is how it is told
    const undo = make('div', {class: 'app-buttons'})
    const page = {table, said, undo, show: () => {}}
    page.show = () => showPlans(page)
    this.replaceChildren(table, said, undo, startForm(page))
    // What another tab changes must not take the focus away; what is done here shows the list anew.
    store.subscribe(() => table.contains(document.activeElement) || page.show(), this.#connection)
    page.show()
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @typedef {{table: HTMLElement, said: HTMLElement, undo: HTMLElement, show: () => void}} ListPage */

/** @param {ListPage} page */
function showPlans({table, said, undo}) {
  const plans = listPlans(store)
  const deleted = deletedPlan(store)
  const page = {table, said, undo, show: () => showPlans({table, said, undo, show: () => {}})}
  table.replaceChildren(plans.length
    ? make('table', {class: 'app-actions'}, make('caption', {}, 'Plans in this browser'),
      make('thead', {}, make('tr', {}, ...['Plan', 'Go Live', 'Done', 'Overdue'].map(title => make('th', {scope: 'col'}, title)), make('th', {scope: 'col'}, make('span', {class: 'app-hidden'}, 'What to do')))),
      make('tbody', {}, ...plans.map(plan => row(plan, page))))
    : make('p', {}, 'There is no plan in this browser yet.'))
  undo.replaceChildren(...(deleted ? [make('span', {}, `Deleted: ${deleted.title}. `), button('Undo', () => done(page, undoDelete(store) || `${deleted.title} is back.`), 'is-quiet')] : []))
}

/** Say how it ended, and stay there. @param {ListPage} page @param {string} words */
function done(page, words) {
  page.show()
  page.said.textContent = words
  page.said.focus()
}

/** @param {import('./plan-shelf.js').Shelved} shelved @param {ListPage} page */
function row({id, title, isCurrent, plan, text}, page) {
  const named = (/** @type {string} */ does, /** @type {() => void} */ work) => {
    const one = button(does, work, 'is-link')
    one.setAttribute('aria-label', `${does}: ${title}`)
    return one
  }
  const head = make('th', {scope: 'row'}, title, isCurrent ? make('small', {}, 'Open now') : '')
  const remove = named('Delete', () => {
    deletePlan(store, id)
    done(page, `${title} was deleted. Undo brings it back until you delete another plan.`)
  })
  if (!plan) {
    return make('tr', {}, head, make('td', {colspan: 3}, 'It is kept as it is.'),
      make('td', {}, make('div', {class: 'app-buttons'}, named('Download', () => downloadFile('migration-plan_not-readable.txt', text ?? '')), remove)))
  }
  const goLive = valueAt(plan, 'goLive')
  const ticked = Object.keys(plan.tasks).filter(task => tickState(plan, task) === 'done').length
  const buttons = make('div', {class: 'app-buttons'},
    ...(isCurrent ? [] : [named('Open', () => done(page, openPlan(store, id) || `${title} is open.`))]),
    named('Rename', () => head.replaceChildren(nameForm(page, id, plan))),
    named('Duplicate as a template', () => done(page, copyPlan(store, plan) || `A new plan begins like ${title}: its questions, own actions and third parties, without people and without what was done.`)),
    remove)
  return make('tr', {'aria-current': isCurrent && 'true'}, head,
    cell('Go Live', goLive ? inWords(goLive, 'short') : 'Not yet'), cell('Done', String(ticked)),
    cell('Overdue', String(targets(plan, localDay(), localDay()).late)), make('td', {}, buttons))
}

/** @param {string} label @param {string} words */
function cell(label, words) {
  return make('td', {'data-label': label}, words)
}

/** @param {ListPage} page @param {string} id @param {import('../plan/plan.js').Plan} plan */
function nameForm(page, id, plan) {
  const before = titleOf(plan)
  const form = nameField('Name of this plan', before, 'Save the name', name => {
    const problem = renamePlan(store, id, name)
    done(page, problem || `${before} is now called ${name}.`)
  })
  setTimeout(() => form.querySelector('input').select())
  return form
}

/** @param {ListPage} page */
function startForm(page) {
  return nameField('Name of a new plan', '', 'Start a new plan', name => done(page, startPlan(store, name) || `${name} is open, and empty.`))
}

/** @param {string} label @param {string} value @param {string} does @param {(name: string) => void} save */
function nameField(label, value, does, save) {
  const id = freshId()
  const input = make('input', {id, type: 'text', autocomplete: 'off', maxlength: 200, value, 'aria-describedby': `${id}-problem`})
  const problem = make('p', {class: 'app-field__problem', id: `${id}-problem`, role: 'alert', hidden: true})
  const submit = () => {
    const name = input.value.trim()
    const says = !name ? `${label} must be filled in, like Riverside Surgery.` : findNhsNumber(name) ? NHS_NUMBER_IN_NAME : ''
    problem.textContent = says
    problem.hidden = !says
    input.setAttribute('aria-invalid', String(Boolean(says)))
    if (says) return input.focus()
    input.value = ''
    save(name)
  }
  input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && submit())
  return make('div', {class: 'app-fields'}, make('div', {class: 'app-field'}, make('label', {for: id}, label), input, problem), button(does, submit, 'is-quiet'))
}
