// @ts-check
/**
 * A plan without what is about persons, and a plan that begins like another.
 * Refuses to guess what a text is about: only fields that are named here are taken along.
 */
import {emptyPlan, isId, valueAt} from './plan.js'

const NOTE_TAKER = 'note-taker'

/** What is not about a person, by kind of record. Titles and reasons are text that somebody typed. */
const NOT_PERSONAL = {
  practice: ['name', 'ods'],
  milestones: ['date', 'state', 'done'],
  tasks: ['state', 'reason', 'due', 'status'],
  actions: ['title', 'phase', 'task', 'due', 'status', 'state', 'removed'],
  seats: ['title', 'organisation', 'removed'],
  parties: ['title', 'what', 'off', 'back', 'test', 'state', 'asked', 'confirmed', 'removed'],
  meetings: ['day', 'time', 'date'],
  decisions: ['points', 'answer', 'date'],
}
/** What may name somebody, or lead to where people meet: it stays in the reader's own plan alone. @type {Record<string, string[]>} */
const OWN = {
  tasks: ['notes'],
  actions: ['notes'],
  parties: ['notes'],
  meetings: ['place', 'link'],
  decisions: ['kept', 'notes'],
  events: 'title from to removed'.split(' '),
}

/**
 * A copy without names, owners, contacts, leave and who changed what.
 * @param {Plan} plan
 * @param {string} id - of the copy
 * @param {{isOwn?: boolean}} [options] - for the reader's own eyes: with notes, events and places, which only a person can judge
 * @returns {Plan}
 */
export function withoutPersonal(plan, id, {isOwn} = {}) {
  const copy = /** @type {any} */ ({...emptyPlan(id), revision: plan.revision})
  for (const name of ['name', 'goLive', 'division']) if (name in plan) copy[name] = bare(/** @type {any} */ (plan)[name])
  const kinds = isOwn ? {...NOT_PERSONAL, events: []} : NOT_PERSONAL
  for (const [kind, some] of Object.entries(kinds)) {
    const names = [...some, ...(isOwn && OWN[kind] || [])]
    const records = /** @type {any} */ (plan)[kind]
    copy[kind] = kind === 'practice' ? fieldsOf(records, names)
      : filled(Object.entries(records).map(([key, record]) => [key, fieldsOf(record, names)]))
  }
  for (const [key, {told = []}] of Object.entries(plan.parties)) {
    if (told.length) copy.parties[key] = {...copy.parties[key], told: told.map(unsigned)}
  }
  copy.choices = fieldsOf(plan.choices, Object.keys(plan.choices).filter(key => key !== NOTE_TAKER))
  return copy
}

/**
 * A new plan with the choices, the own actions and the third parties of another, and nothing that was done.
 * @param {Plan} plan
 * @param {string} id
 * @param {string} name
 * @param {{at: number, device: string}} stamp
 * @returns {Plan}
 */
export function templateOf(plan, id, name, {at, device}) {
  const field = (/** @type {string} */ value) => ({value, at, device})
  const fresh = (/** @type {any} */ record, /** @type {string[]} */ names) => Object.fromEntries(names
    .filter(key => record[key]?.value).map(key => [key, field(record[key].value)]))
  const isThere = (/** @type {any} */ record) => !record.removed?.value
  return /** @type {Plan} */ ({
    ...emptyPlan(id),
    name: field(name),
    ...fresh(plan, ['division']),
    choices: fresh(plan.choices, Object.keys(plan.choices).filter(key => key !== NOTE_TAKER)),
    actions: filled(Object.entries(plan.actions).filter(([, one]) => isThere(one))
      .map(([key, one]) => [key, fresh(one, ['title', 'phase', 'task'])])),
    parties: filled(Object.entries(plan.parties).filter(([, one]) => isThere(one))
      .map(([key, one]) => [key, {...fresh(one, ['title', 'what', 'off', 'back', 'test']), ...(one.state?.value && {state: field('not-asked')})}])),
  })
}

/** What a plan is called in a list. @param {Plan} plan */
export function titleOf(plan) {
  return valueAt(plan, 'name') || valueAt(plan, 'practice/name') || 'Plan without a name'
}

/** @param {any} record @param {string[]} names */
function fieldsOf(record, names) {
  return Object.fromEntries(names.filter(name => record[name]).map(name => [name, bare(record[name])]))
}

/** What a third party was told, without who told it. @param {any} entry */
function unsigned({id, date, off, back, on, at, device}) {
  return {id, date, ...(off && {off}), ...(back && {back}), on, at, device}
}

/** A field without who wrote it, and without what it was. @param {any} field */
function bare({value, at, device, of}) {
  return {value, at, device, ...(of && {of})}
}

/** @param {[string, any][]} records */
function filled(records) {
  return Object.fromEntries(records.filter(([key, record]) => isId(key) && Object.keys(record).length))
}

/** @typedef {import('./plan.js').Plan} Plan */
