// @ts-check
/**
 * A saved plan beside the one that is here: what is in each, then replaced or left, with undo.
 * Loaded on demand, so it gets the store and imports none.
 */
import {BIGGEST_BYTES, fromFile} from '../exports/planfile.js'
import {inWords} from '../plan/dates.js'
import {tickState, valueAt} from '../plan/plan.js'
import {button, make} from './dom.js'

/** @typedef {typeof import('../store.js').store} Store */

/** @param {File} file @param {HTMLElement} outcome @param {Store} store */
export async function previewFile(file, outcome, store) {
  const text = file.size > BIGGEST_BYTES ? '' : await file.text()
  const read = fromFile(text, {bytes: file.size})
  if (read.problem !== undefined) outcome.replaceChildren(make('p', {class: 'app-field__problem', role: 'alert'}, read.problem))
  else preview(read, outcome, store)
}

/** @param {any} read @param {HTMLElement} outcome @param {Store} store */
function preview({plan, summary, suspects, dropped}, outcome, store) {
  const heading = make('h2', {tabindex: '-1'}, 'Open this plan?')
  outcome.replaceChildren(
    heading,
    make('p', {}, `In the file: ${describe(summary)}`),
    make('p', {}, store.isEmpty ? 'In this browser: no plan yet.' : `In this browser: ${describe(here(store))}`),
    ...(dropped ? [make('p', {class: 'app-field__problem'}, `${dropped} ${dropped === 1 ? 'part' : 'parts'} of the file could not be read. Keep the file: opening leaves ${dropped === 1 ? 'it' : 'them'} out.`)] : []),
    ...suspects.map((/** @type {string} */ found) => make('p', {class: 'app-field__problem'}, `This may be an NHS number: ${found}. Remove it after opening.`)),
    make('div', {class: 'app-buttons'}, button('Replace', () => replace(plan, outcome, store)), button('Cancel', () => say(outcome, 'Nothing was changed.'), 'is-quiet')),
  )
  heading.focus()
}

/** Say how it ended, and keep the focus there. @param {HTMLElement} outcome @param {string} text @param {...HTMLElement} more */
function say(outcome, text, ...more) {
  const words = make('p', {tabindex: '-1', role: 'status'}, text)
  outcome.replaceChildren(words, ...more)
  words.focus()
}

/** @param {any} plan @param {HTMLElement} outcome @param {Store} store */
function replace(plan, outcome, store) {
  const hadPlan = !store.isEmpty
  store.replace(plan)
  store.noteCopied()
  const undo = button('Undo', () => {
    store.undoReplace()
    say(outcome, 'The plan that was here before is back.')
  }, 'is-quiet')
  say(outcome, 'The plan from the file is open.', ...(hadPlan ? [undo] : []))
}

/** @param {Store} store */
function here({plan, status}) {
  return {
    practice: valueAt(plan, 'practice/name'),
    goLive: valueAt(plan, 'goLive'),
    done: Object.keys(plan.tasks).filter(id => tickState(plan, id) === 'done').length,
    actions: Object.keys(plan.actions).filter(id => !valueAt(plan, `actions/${id}/removed`)).length,
    savedAt: status.savedAt,
  }
}

/** @param {{practice: string, goLive: string, done: number, actions: number, savedAt?: number | string}} summary */
function describe({practice, goLive, done, actions, savedAt}) {
  const when = savedAt ? `, saved ${new Date(savedAt).toLocaleString('en-GB', {dateStyle: 'long', timeStyle: 'short'})}` : ''
  const date = goLive ? `Go Live ${inWords(goLive, 'short')}` : 'no Go Live date'
  return `${practice || 'practice not named'}, ${date}, ${done} done, ${actions} own ${actions === 1 ? 'action' : 'actions'}${when}.`
}
