// @ts-check
/**
 * The file that a plan is saved in, and what comes back from one.
 * Refuses to trust a file: everything in it goes through checkPlan.
 */
import {findNhsNumber} from '../plan/checks.js'
import {checkPlan, tickState, valueAt} from '../plan/plan.js'

export const BIGGEST_BYTES = 5_000_000
const CHOOSE_ANOTHER = 'Choose a file that ends in .json and was saved here.'

/**
 * Name the file after the practice and the day; without a practice, after the plan, so that two plans never share a name.
 * @param {Plan} plan
 * @param {string} todayIso
 * @param {string} [more] - what kind of copy it is
 */
export function fileName(plan, todayIso, more = '') {
  const own = `${plainLetters(valueAt(plan, 'name')) || 'practice'}-${plan.id.slice(0, 8).toLowerCase()}`
  return `migration-plan_${plainLetters(valueAt(plan, 'practice/name')) || own}_${todayIso}${more}.json`
}

/** In small plain letters that every computer takes. @param {string} name */
function plainLetters(name) {
  return name.normalize('NFD').toLowerCase().replace(/[\u0300-\u036f'’]/g, '').replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-|-$/g, '')
}

/**
 * Write the plan as a text that a person can read: what it is first, then the whole plan.
 * @param {Plan} plan
 * @param {{savedAt: number}} moment - milliseconds since 1970
 */
export function toFile(plan, {savedAt}) {
  const {format, schema, ...rest} = plan
  const saved = new Date(savedAt).toISOString()
  const {practice, goLive, done, actions} = summaryOf(plan)
  const file = {format, schema, saved, summary: {practice, goLive, done, actions}, ...rest}
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Read a plan from a file's text.
 * @param {string} text
 * @param {{bytes?: number}} [size] - of the file, when it is known
 * @returns {{plan: Plan, dropped: number, summary: Summary, suspects: string[], problem?: undefined}
 *   | {problem: string, later?: boolean, plan?: undefined}}
 */
export function fromFile(text, {bytes = text.length} = {}) {
  const problem = tooLarge(bytes)
  if (problem) return {problem}

  const file = parsedFile(text)
  if (file === undefined) {
    const isCutShort = text.trim().startsWith('{')
    return {
      problem: isCutShort
        ? 'That file is damaged or not complete. Choose another copy of the plan.'
        : `That file is not a plan from this site. ${CHOOSE_ANOTHER}`,
    }
  }
  const found = Object(file)
  const {saved} = found
  for (const header of ['saved', 'summary']) delete found[header]
  const checked = checkPlan(found)
  if (!checked.plan) return checked

  const {plan, dropped} = checked
  const savedAt = /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(saved) ? String(saved) : ''
  return {plan, dropped, summary: {...summaryOf(plan), savedAt}, suspects: suspectsIn(plan, '')}
}

/**
 * Say that a file is too large to be read at all, or ''.
 * @param {number} bytes
 */
function tooLarge(bytes) {
  const megabytes = Number((bytes / 1e6).toPrecision(2))
  return bytes > BIGGEST_BYTES ? `That file is too large to be a plan (${megabytes} MB). ${CHOOSE_ANOTHER}` : ''
}

/** What there is to say about a plan before it is opened. @param {Plan} plan */
export function summaryOf(plan) {
  return {
    practice: valueAt(plan, 'practice/name'),
    goLive: valueAt(plan, 'goLive'),
    done: Object.keys(plan.tasks).filter(id => tickState(plan, id) === 'done').length,
    actions: Object.keys(plan.actions).filter(id => !valueAt(plan, `actions/${id}/removed`)).length,
    changedAt: lastChangeIn(plan),
  }
}

/** The moment of the last change in a part of a plan; 0 without one. @param {any} part @returns {number} */
function lastChangeIn(part) {
  if (typeof part !== 'object') return 0
  return typeof part.at === 'number' ? part.at : Math.max(0, ...Object.values(part).map(lastChangeIn))
}

/**
 * The plan without the texts that look like an NHS number.
 * @param {Plan} plan
 * @param {string[]} suspects - as fromFile gave them
 * @returns {Plan}
 */
export function withoutSuspects(plan, suspects) {
  const paths = new Set(suspects.map(suspect => suspect.split(': ')[0]))
  /** @param {any} part @param {string} path @returns {any} */
  const copy = (part, path) => {
    if (typeof part !== 'object' || typeof part.at === 'number') return part
    const kept = Object.keys(part).map(key => [key, path ? `${path}/${key}` : key]).filter(([, whole]) => !paths.has(whole))
    if (Array.isArray(part)) return kept.map(([key]) => part[Number(key)])
    return Object.fromEntries(kept.map(([key, whole]) => [key, copy(part[key], whole)]))
  }
  return suspects.length ? copy(plan, '') : plan
}

/**
 * Where a text holds what looks like an NHS number: "tasks/<id>/notes: 943 476 5919".
 * @param {any} part
 * @param {string} path
 * @returns {string[]}
 */
function suspectsIn(part, path) {
  if (typeof part !== 'object') return []
  if (typeof part.at !== 'number') {
    return Object.keys(part).flatMap(key => suspectsIn(part[key], path ? `${path}/${key}` : key))
  }
  const texts = [part, ...part.others ?? []].flatMap(one => [one.value, one.what, one.was, one.on, one.by])
  const number = findNhsNumber(texts.filter(Boolean).join('\n'))
  return number ? [`${path}: ${number}`] : []
}

/** @param {string} text */
function parsedFile(text) {
  try {
    return JSON.parse(text.trim()) // trim() also takes away a byte order mark
  } catch {
    return undefined
  }
}

/** @typedef {import('../plan/plan.js').Plan} Plan */
/** @typedef {{practice: string, goLive: string, done: number, actions: number, changedAt: number, savedAt: string}} Summary */
