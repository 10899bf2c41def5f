// @ts-check
/**
 * Who changed what, and what it was before: noted in the plan, and undone in order.
 * Refuses to know the words for it: exports/changes.js has them.
 */
import {fieldAt} from './plan.js'
import {momentsOf} from './reminder.js'
import {withVersion} from './standing.js'

const MOST_ENTRIES = 100
const MOST_LETTERS = 8_000
/** A note that is being typed is saved many times: that is one change. */
const ONE_CHANGE_MS = 60_000
const FIRST_PAGE_MS = 10_000

/**
 * What changed between two moments of one plan: an entry for each field.
 * @param {Plan} before
 * @param {Plan} after
 * @returns {Entry[]}
 */
export function entriesBetween(before, after) {
  return fieldsChanged(before, after, '').sort((one, other) => one.at - other.at)
}

/**
 * Was all of this plan entered within seconds and nothing noted: on a first page, left before anything could note it?
 * A plan that begins like another has a name, and nobody types a hundred fields in seconds.
 * @param {Plan} plan
 */
export function isUnnoted(plan) {
  const moments = momentsOf(plan)
  return moments.length > 0 && moments.length < MOST_ENTRIES && !plan.history.length && !plan.name && Math.max(...moments) - Math.min(...moments) < FIRST_PAGE_MS
}

/**
 * Add entries to the history of a plan, each once. The oldest give way.
 * @param {Plan} plan
 * @param {Entry[]} entries - oldest first
 * @returns {Plan} the same plan when there is nothing new
 */
export function withEntries(plan, entries) {
  const known = new Set(plan.history.map(entry => entry.id))
  const history = [...plan.history]
  for (const entry of entries.slice(-MOST_ENTRIES)) {
    if (known.has(entry.id) || isMoreOf(history.findLast(one => one.what === entry.what), entry)) continue
    history.push(entry)
  }
  if (history.length === plan.history.length) return plan
  let letters = 0
  const sorted = [...history].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  const newest = sorted.slice(-MOST_ENTRIES).toReversed().filter(entry => (letters += (entry.was ?? '').length) <= MOST_LETTERS)
  return {...plan, history: newest.toReversed()}
}

/**
 * What another history adds to the plan's own: not what the plan's has already given up.
 * @param {Entry[]} other
 * @param {Plan} plan
 */
export function withoutOlder(other, {history}) {
  return history.length < MOST_ENTRIES ? other : other.filter(entry => entry.at >= history[0].at)
}

/**
 * The entries of the last change that was not undone; those of one moment belong together.
 * @param {Plan} plan
 * @returns {Entry[]}
 */
export function lastChange(plan) {
  const undone = new Set(plan.history.map(entry => entry.undoes))
  const open = plan.history.filter(entry => entry.what && !entry.undoes && !undone.has(entry.id))
  const last = open.at(-1)
  return last ? open.filter(entry => entry.at === last.at && entry.device === last.device) : []
}

/**
 * Undo the last change, and note that it was undone.
 * @param {Plan} plan
 * @param {import('./plan.js').Stamp} stamp
 * @returns {Plan}
 */
export function undoLastChange(plan, stamp) {
  const {at, by, device} = stamp
  const moment = Math.max(at, (plan.history.at(-1)?.at ?? 0) + 1)
  let next = plan
  const notes = lastChange(plan).map(({id, what, was = '', of}) => {
    const now = fieldAt(next, what)
    next = withVersion(next, what, was, {...stamp, at: moment, of})
    return {id: entryId(moment, device, what), what, was: now?.value ?? '', ...(now?.of && {of: now.of}), undoes: id, ...(by && {by}), at: moment, device}
  })
  return notes.length ? {...next, history: [...next.history, ...notes]} : plan
}

/** @param {any} before @param {any} after @param {string} path @returns {Entry[]} */
function fieldsChanged(before, after, path) {
  if (before === after || typeof after !== 'object' || Array.isArray(after)) return []
  if (typeof after.at !== 'number') {
    return Object.keys(after).flatMap(key => fieldsChanged(before?.[key], after[key], path ? `${path}/${key}` : key))
  }
  const {at, by, device, value} = after
  const {value: was = '', of} = before ?? {}
  return was === value && of === after.of ? [] : [{id: entryId(at, device, path), what: path, was, ...(of && {of}), ...(by && {by}), at, device}]
}

/** @param {number} at @param {string} device @param {string} path */
function entryId(at, device, path) {
  return `${at}-${device}-${path.replaceAll('/', '-')}`.slice(0, 80)
}

/** @param {Entry | undefined} last @param {Entry} entry */
function isMoreOf(last, entry) {
  return Boolean(last) && last?.device === entry.device && !last.undoes && entry.at - last.at < ONE_CHANGE_MS && !entry.what.endsWith('/state')
}

/** @typedef {import('./plan.js').Plan} Plan */
/** @typedef {{id: string, what: string, was?: string, of?: string, undoes?: string, by?: string, at: number, device: string}} Entry */
