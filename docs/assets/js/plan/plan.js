// @ts-check
/**
 * The plan document: its shape, reading and changing a field, and what follows from a tick.
 * Refuses to know where a plan is kept and what time it is.
 */
import {dayNumber, isoDate} from './dates.js'
import {mergePlans} from './merge.js'

const FORMAT = 'gp-migration-plan'
const SCHEMA = 1
export const LONGEST_TEXT = 20_000
const MOST_RECORDS = 5_000

const SINGLE = ['name', 'division', 'goLive']

/** The fields of every kind of record. None: any field whose name is an id. @type {Record<string, string[]>} */
const RECORDS = {
  milestones: ['date', 'state', 'by', 'how', 'done'],
  tasks: ['state', 'reason', 'decidedBy', 'owner', 'due', 'status', 'notes'],
  actions: ['title', 'phase', 'task', 'owner', 'due', 'status', 'state', 'notes', 'removed'],
  people: ['name', 'organisation', 'contact', 'role', 'removed'],
  seats: ['title', 'name', 'organisation', 'contact', 'cover', 'removed'],
  parties: ['title', 'what', 'off', 'back', 'test', 'contact', 'state', 'asked', 'confirmed', 'notes', 'removed', 'told'],
  meetings: ['day', 'time', 'place', 'link', 'date'],
  decisions: [],
  leave: [],
  events: [],
}

/** Fields that hold a date or nothing, since what shows them counts on it. */
const DATES = ['goLive', 'date', 'due', 'asked', 'confirmed', 'on']

/**
 * A plan with nothing in it.
 * @param {string} id
 * @returns {Plan}
 */
export function emptyPlan(id) {
  const plan = {format: FORMAT, schema: SCHEMA, id, practice: {}, revision: 0, choices: {}}
  const records = Object.keys(RECORDS).map(name => [name, {}])
  return {...plan, ...Object.fromEntries(records), history: []}
}

/**
 * Read one field, such as `goLive` or `tasks/agree-go-live/owner`; '' when it is absent.
 * @param {Plan} plan
 * @param {string} path
 * @returns {string}
 */
export function valueAt(plan, path) {
  return fieldAt(plan, path)?.value ?? ''
}

/**
 * Change one field. The same value gives the same plan back.
 * Every value is text: `removed`, like every yes or no, is 'yes' or ''.
 * @param {Plan} plan
 * @param {string} path
 * @param {string} value
 * @param {Stamp} stamp
 * @returns {Plan}
 */
export function withValue(plan, path, value, stamp) {
  return value.slice(0, LONGEST_TEXT) === valueAt(plan, path) ? plan : withDecision(plan, path, value, stamp)
}

/**
 * Change one field, or say that it stays: no other version is left beside it.
 * @param {Plan} plan
 * @param {string} path
 * @param {string} value
 * @param {Stamp} stamp
 * @returns {Plan}
 */
export function withDecision(plan, path, value, {at, by, device, of}) {
  const old = fieldAt(plan, path)
  /** @type {Field} */
  const field = {value: value.slice(0, LONGEST_TEXT), at: old ? Math.max(at, old.at + 1) : at}
  if (by) field.by = by
  field.device = device
  if (of && value) field.of = of
  if (old) {
    field.was = `${old.at}/${old.device}`
    const past = Object.entries(knownTo(versionsOf(old))).map(([where, moment]) => `${moment}/${where}`)
      .filter(name => name !== field.was && !name.endsWith(`/${device}`))
    if (past.length) field.past = past.join(' ')
  }
  return mergePlans(plan, path.split('/').reduceRight((part, key) => /** @type {any} */ ({[key]: part}), field))
}

/**
 * The versions that a field holds: the one that is shown first.
 * @param {any} field
 * @returns {any[]}
 */
export function versionsOf({others = [], ...shown}) {
  return [shown, ...others]
}

/**
 * What was known when versions were written: by device, the moment of its latest change.
 * @param {any[]} versions
 * @returns {Record<string, number>}
 */
export function knownTo(versions) {
  const known = /** @type {Record<string, number>} */ ({})
  for (const {at, device, was, past} of versions) {
    for (const name of `${at}/${device} ${was} ${past}`.split(' ')) {
      const [moment, where] = name.split('/')
      if (where) known[where] = Math.max(known[where] ?? 0, +moment)
    }
  }
  return known
}

/**
 * Add to what a third party was told. What was told is never changed, only added to.
 * @param {Plan} plan
 * @param {string} partyId
 * @param {Told} entry
 * @returns {Plan}
 */
export function addTold(plan, partyId, entry) {
  return mergePlans(plan, {parties: {[partyId]: {told: [entry]}}})
}

/**
 * Tick or untick a task. Either ends "not applicable" and its reason.
 * @param {Plan} plan
 * @param {string} taskId
 * @param {boolean} isDone
 * @param {Stamp} stamp
 */
export function tick(plan, taskId, isDone, stamp) {
  return withState(plan, taskId, isDone ? 'done' : 'open', '', stamp)
}

/**
 * Say that a task does not apply, and why.
 * @param {Plan} plan
 * @param {string} taskId
 * @param {string} reason
 * @param {Stamp} stamp
 */
export function setNotApplicable(plan, taskId, reason, stamp) {
  return withState(plan, taskId, 'na', reason, stamp)
}

/**
 * The tick of a task.
 * @param {Plan} plan
 * @param {string} taskId
 * @returns {'open' | 'done' | 'na'}
 */
export function tickState(plan, taskId) {
  const state = plan.tasks[taskId]?.state?.value
  return state === 'done' || state === 'na' ? state : 'open'
}

/**
 * Count the ticks of a checklist. What is not applicable is no part of the total.
 * @param {Plan} plan
 * @param {Iterable<string>} taskIds
 */
export function progress(plan, taskIds) {
  const states = [...new Set(taskIds)].map(id => tickState(plan, id))
  const done = states.filter(state => state === 'done').length
  const notApplicable = states.filter(state => state === 'na').length
  const total = states.length - notApplicable
  const words = `${done} of ${total} done` + (notApplicable ? `, ${notApplicable} not applicable` : '')
  return {done, notApplicable, total, words}
}

/**
 * Count what is open and has a target date that is past, or within the next seven days.
 * @param {Plan} plan
 * @param {string} today
 * @param {string} inAWeek
 */
export function targets(plan, today, inAWeek) {
  const own = Object.keys(plan.actions).filter(id => !valueAt(plan, `actions/${id}/removed`)).map(id => `actions/${id}`)
  const open = [...own, ...Object.keys(plan.tasks).map(id => `tasks/${id}`)]
    .filter(path => !['done', 'na'].includes(valueAt(plan, `${path}/state`)))
    .map(path => valueAt(plan, `${path}/due`)).filter(Boolean)
  return { late: open.filter(due => due < today).length, soon: open.filter(due => due >= today && due <= inAWeek).length }
}

/**
 * Copy what is known and right from something that a file or the storage held.
 * Nothing else gets in: a wrong part is left out and counted, and nothing throws.
 * @param {any} found
 * @returns {{plan: Plan, dropped: number, problem?: undefined, later?: undefined}
 *   | {problem: string, later?: boolean, plan?: undefined, dropped?: undefined}}
 */
export function checkPlan(found) {
  if (found?.format !== FORMAT || !isCount(found.schema)) return notOurs()
  if (found.schema > SCHEMA) {
    return {
      problem: 'This plan was saved by a newer version of the guide. Reload this page, then open the plan again.',
      later: true,
    }
  }
  if (!isId(found.id)) return notOurs()

  let dropped = 0

  /** @param {any} part @param {string[]} names - none: any id @param {(value: any, name: string) => any} copyOne */
  const copyParts = (part, names, copyOne) => {
    if (!isObject(part)) return
    const copy = /** @type {any} */ ({})
    Object.entries(part).forEach(([name, value], position) => {
      const isKnown = names.length ? names.includes(name) : position < MOST_RECORDS && isId(name)
      const one = isKnown ? copyOne(value, name) : undefined
      if (one === undefined) dropped += 1
      else copy[name] = one
    })
    return copy
  }

  /** @param {any} change @param {string[]} names - of its texts and its `at`; the first must be there */
  const copyChange = (change, names) => {
    if (!isObject(change) || typeof change[names[0]] !== 'string' || !isCount(change.at) || !isId(change.device)) return
    const copy = /** @type {any} */ ({})
    for (const name of names) {
      const value = change[name]
      if (name === 'at') copy.at = value
      else if (typeof value === 'string') copy[name] = value.slice(0, LONGEST_TEXT)
      if (copy[name] !== value) dropped += 1
    }
    return copy
  }

  /** @param {any} field @param {string} name */
  const copyField = (field, name) => {
    if (!isDate(field?.of ?? '') || (DATES.includes(name) && !isDate(field?.value))) return
    const copy = copyChange(field, ['value', 'at', 'by', 'device', 'was', 'past', 'of'])
    if (copy && field.others) copy.others = [field.others].flat().map(one => copyField({...one, others: 0}, name)).filter(Boolean)
    return copy
  }

  /** @param {any} list @param {string} text - the name of what its entries say */
  const copyList = (list, text) => {
    if (!Array.isArray(list)) return
    const copies = list.slice(0, MOST_RECORDS)
      .map(entry => copyChange(entry, ['id', 'date', text, ...(text === 'on' ? ['off', 'back', 'who'] : ['was', 'of', 'undoes']), 'by', 'at', 'device']))
      .filter(copy => isId(copy?.id) && isDate(copy.of ?? '') && (text !== 'on' || [copy.date, copy.on].every(date => date && isDate(date)) && [copy.off, copy.back].every(date => isDate(date ?? ''))))
    dropped += list.length - copies.length
    return mergePlans([], copies)
  }

  /** @param {any} value @param {string} name */
  const copyTop = (value, name) => {
    if (name === 'practice') return copyParts(value, ['name', 'ods'], copyField)
    if (name === 'choices') return copyParts(value, [], copyField)
    if (name === 'history') return copyList(value, 'what')
    if (SINGLE.includes(name)) return copyField(value, name)
    const fields = RECORDS[name]
    if (fields) return copyParts(value, [], record => copyParts(record, fields, copyOfRecord))
    return name !== 'revision' || isCount(value) ? value : undefined
  }

  /** @param {any} value @param {string} name */
  const copyOfRecord = (value, name) => name === 'told' ? copyList(value, 'on') : copyField(value, name)

  const empty = emptyPlan(found.id)
  const plan = {...empty, ...copyParts(found, [...Object.keys(empty), ...SINGLE], copyTop)}
  return {plan, dropped}
}

/**
 * Is this a name that a plan may use as an id?
 * @param {unknown} id
 * @returns {id is string}
 */
export function isId(id) {
  return typeof id === 'string' && /^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/.test(id) && id !== 'prototype' && !(id in {})
}

/** One field, with who and when. @param {any} plan @param {string} path @returns {Field | undefined} */
export function fieldAt(plan, path) {
  return path.split('/').reduce((part, key) => part?.[key], plan)
}

/** @param {Plan} plan @param {string} taskId @param {string} state @param {string} reason @param {Stamp} stamp */
function withState(plan, taskId, state, reason, stamp) {
  const ticked = withValue(plan, `tasks/${taskId}/state`, state, stamp)
  return withValue(ticked, `tasks/${taskId}/reason`, reason, stamp)
}

/** @param {any} value */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param {unknown} value */
function isDate(value) {
  if (value === '') return true
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isoDate(dayNumber(value)) === value
}

/** @param {any} value */
function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0
}

function notOurs() {
  return {problem: 'That file is not a plan from this site. Choose a file that ends in .json and was saved here.'}
}

/**
 * One value that two people could change.
 * @typedef {object} Field
 * @property {string} value
 * @property {number} at - milliseconds since 1970, UTC
 * @property {string} [by] - the note-taker's name
 * @property {string} [device] - a short id
 * @property {string} [was] - `<at>/<device>` of the version that it replaced
 * @property {string} [of] - the date that it was said of, where that matters: see standing.js
 * @property {string} [past] - by other devices, the latest version that it knew, each as in `was`
 * @property {Field[]} [others] - changes that this one did not know, and that did not know it
 */
/** @typedef {{at: number, by?: string, device: string, of?: string}} Stamp */
/**
 * What a third party was told: Go Live, the days that it goes off and comes back where it has some; on which day, and by whom.
 * @typedef {{id: string, date: string, off?: string, back?: string, on: string, who?: string, by?: string, at: number, device: string}} Told
 */
/** @typedef {Record<string, Record<string, any>>} Records */
/**
 * The reader's document.
 * @typedef {{
 *   format: string, schema: number, id: string, revision: number,
 *   name?: Field, division?: Field, goLive?: Field,
 *   practice: {name?: Field, ods?: Field}, choices: Record<string, Field>,
 *   milestones: Records, tasks: Records, actions: Records, people: Records, seats: Records,
 *   parties: Record<string, {told?: Told[]} & Record<string, any>>,
 *   meetings: Records, decisions: Records, leave: Records, events: Records, history: any[],
 * }} Plan
 */
