// @ts-check
/**
 * A saved plan beside the one that is here: what is in each, then replaced, merged or kept beside it, with undo.
 * What looks like an NHS number is left out unless the reader says that it is none.
 * Loaded on demand, so it gets the store and imports none.
 */
import {placeWords} from '../exports/changes.js'
import {BIGGEST_BYTES, fromFile, summaryOf, withoutSuspects} from '../exports/planfile.js'
import {inWords} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'
import {undecided, unitePlans} from '../plan/union.js'
import {button, make} from './dom.js'
import {carryRenames, loadNames, siteRoot} from './guide-news.js'
import {keepBoth, mergePlan, replacePlan} from './plan-shelf.js'

/** @typedef {typeof import('../store.js').store} Store */
/** @typedef {import('../plan/plan.js').Plan} Plan */
/** @typedef {(store: Store, plan: Plan) => void} Opened called when a plan was opened or merged, with the one of the file */

/** @param {File} file @param {HTMLElement} outcome @param {Store} store @param {Opened} [opened] */
export async function previewFile(file, outcome, store, opened = () => {}) {
  const text = file.size > BIGGEST_BYTES ? '' : await file.text()
  const read = fromFile(text, {bytes: file.size})
  if (read.problem !== undefined) outcome.replaceChildren(make('p', {class: 'app-field__problem', role: 'alert'}, read.problem))
  else preview(read, outcome, store, (_, plan) => {
    opened(store, plan)
    // An older file has older names of tasks. Without a network the next page carries them.
    loadNames().then(names => carryRenames(store, names), () => {})
  })
}

/** @param {any} read @param {HTMLElement} outcome @param {Store} store @param {Opened} opened */
function preview({plan, summary, suspects, dropped}, outcome, store, opened) {
  const heading = make('h2', {tabindex: '-1'}, 'Open this plan?')
  const areFine = make('input', {type: 'checkbox', autocomplete: 'off'})
  const chosen = () => areFine.checked ? plan : withoutSuspects(plan, suspects)
  const here = {...summaryOf(store.plan), savedAt: store.status.savedAt}
  outcome.replaceChildren(
    heading,
    make('p', {}, `In the file: ${describe(summary)}`),
    make('p', {}, store.isEmpty ? 'In this browser: no plan yet.' : `In this browser: ${describe(here)}`),
    ...(dropped ? [make('p', {class: 'app-field__problem'}, `${dropped} ${dropped === 1 ? 'part' : 'parts'} of the file could not be read. Keep the file: opening leaves ${dropped === 1 ? 'it' : 'them'} out.`)] : []),
    ...(suspects.length ? suspectsPart(plan, suspects, areFine) : []),
    ...(store.isEmpty ? [] : [make('p', {}, mergeWords(store.plan, plan))]),
    make('div', {class: 'app-buttons'},
      button('Replace', () => replace(chosen(), outcome, store, opened)),
      ...(store.isEmpty ? [] : [
        button('Merge', () => merge(chosen(), outcome, store, opened)),
        button('Keep both', () => keepBeside(chosen(), outcome, store, opened)),
      ]),
      button('Cancel', () => say(outcome, 'Nothing was changed.'), 'is-quiet')),
  )
  heading.focus()
  outcome.scrollIntoView({block: 'nearest'})
}

/** @param {Plan} plan @param {string[]} suspects @param {HTMLElement} areFine */
function suspectsPart(plan, suspects, areFine) {
  const found = suspects.map(suspect => {
    const [path, number] = suspect.split(': ')
    return make('li', {}, `${path.startsWith('history/') ? 'An earlier text' : placeWords(plan, path)}: ${number}`)
  })
  const one = suspects.length === 1
  return [
    make('p', {class: 'app-field__problem', role: 'alert'}, one ? 'This looks like an NHS number. It is left out.' : 'These look like NHS numbers. They are left out.'),
    make('ul', {}, ...found),
    make('label', {class: 'app-tick'}, areFine, one ? ' It is not an NHS number: open it too' : ' They are not NHS numbers: open them too'),
  ]
}

/** What merging would do. @param {Plan} here @param {Plan} file */
function mergeWords(here, file) {
  const united = unitePlans(here, {...file, id: here.id, revision: here.revision})
  const before = undecided(here).length
  const open = undecided(united).length - before
  const other = file.id === here.id ? '' : 'The file is another plan, not a copy of this one. Merge them only if both are about the same practice. '
  if (united === here) return `${other}The file has nothing that is not here.`
  return `${other}Merge takes the later change of each field and loses nothing that only one of you changed. `
    + (open > 0 ? `${open} ${open === 1 ? 'field was' : 'fields were'} changed by both: you decide afterwards.` : 'Nothing was changed by both.')
}

/** Say how it ended, and keep the focus there. @param {HTMLElement} outcome @param {string} text @param {...HTMLElement} more */
function say(outcome, text, ...more) {
  const words = make('p', {tabindex: '-1'}, text)
  outcome.replaceChildren(words, ...more)
  words.focus()
}

/** @param {HTMLElement} outcome @param {string} text @param {(() => void) | undefined} undo */
function sayWithUndo(outcome, text, undo) {
  if (!undo) return say(outcome, text)
  say(outcome, text, button('Undo', () => {
    undo()
    say(outcome, 'The plan that was here before is back.')
  }, 'is-quiet'))
}

/** Who takes the notes is part of the plan, so that another reader's changes would bear that name. @param {Plan} plan */
function signedBy(plan) {
  const name = valueAt(plan, 'choices/note-taker')
  return name ? [make('p', {}, `Your changes will be noted as made by ${name}. If that is not you, change `, make('a', {href: `${siteRoot()}guide/kick-off/`}, 'who takes the notes'), '.')] : []
}

/** @param {Plan} plan @param {HTMLElement} outcome @param {Store} store @param {Opened} opened */
function replace(plan, outcome, store, opened) {
  const hadPlan = !store.isEmpty
  const undo = replacePlan(store, plan)
  store.noteCopied()
  opened(store, plan)
  sayWithUndo(outcome, 'The plan from the file is open.', hadPlan ? undo : undefined)
  outcome.append(...signedBy(plan))
}

/** @param {Plan} plan @param {HTMLElement} outcome @param {Store} store @param {Opened} opened */
function merge(plan, outcome, store, opened) {
  const undo = mergePlan(store, plan)
  opened(store, plan)
  const open = undecided(store.plan).length
  sayWithUndo(outcome, 'The plan from the file is merged into this one.', undo)
  if (open) outcome.firstChild?.after(make('p', {}, make('a', {href: `${siteRoot()}plan/files/#history`}, `Decide ${open} ${open === 1 ? 'field' : 'fields'} that both changed`)))
}

/** @param {Plan} plan @param {HTMLElement} outcome @param {Store} store @param {Opened} opened */
function keepBeside(plan, outcome, store, opened) {
  const {undo, problem} = keepBoth(store, plan)
  if (problem !== undefined) return outcome.prepend(make('p', {class: 'app-field__problem', role: 'alert'}, problem))
  store.noteCopied()
  opened(store, plan)
  sayWithUndo(outcome, 'The plan from the file is open. The plan that was here is kept: change between them on the page of your plans.', undo)
  outcome.append(...signedBy(plan))
}

/** @param {{practice: string, goLive: string, done: number, actions: number, changedAt: number, savedAt?: number | string}} summary */
function describe({practice, goLive, done, actions, changedAt, savedAt}) {
  const date = goLive ? `Go Live ${inWords(goLive, 'short')}` : 'no Go Live date'
  const changed = changedAt ? `, last change ${moment(changedAt)}` : ''
  const saved = savedAt ? `, saved ${moment(savedAt)}` : ''
  return `${practice || 'practice not named'}, ${date}, ${done} done, ${actions} own ${actions === 1 ? 'action' : 'actions'}${changed}${saved}.`
}

/** @param {number | string} at */
const moment = at => new Date(at).toLocaleString('en-GB', {dateStyle: 'long', timeStyle: 'short'})
