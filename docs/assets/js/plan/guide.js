// @ts-check
/**
 * The guide changes under a plan: what was renamed, what is gone, what is new, and what reads otherwise.
 * Refuses to untick anything, and to take anything out of a plan.
 */
import {mergePlans} from './merge.js'
import {withValue} from './plan.js'

const KINDS = /** @type {const} */ (['milestones', 'tasks', 'seats', 'parties', 'choices'])
const PARTS = ['its title', 'why it is there', 'when it is done', 'when it is due']

/**
 * Carry what stands under an id that was renamed to the id that took its place.
 * @param {Plan} plan
 * @param {Record<string, string>} renamed
 * @param {import('./plan.js').Stamp} stamp
 * @returns {Plan} the same plan when it has none of them
 */
export function withRenamed(plan, renamed, stamp) {
  let next = plan
  for (const kind of KINDS) {
    for (const id of Object.keys(plan[kind])) {
      const to = newestName(id, renamed)
      if (to === id) continue
      const {[id]: old, ...rest} = /** @type {any} */ (next[kind])
      next = {...next, [kind]: {...rest, [to]: mergePlans(rest[to], old)}}
    }
  }
  for (const [id, {task}] of Object.entries(plan.actions)) {
    if (task) next = withValue(next, `actions/${id}/task`, newestName(task.value, renamed), stamp)
  }
  return next
}

/**
 * The tasks of a plan that the guide no longer has: ids.
 * @param {Plan} plan
 * @param {Names} names
 */
export function noLongerInGuide(plan, names) {
  return Object.keys(plan.tasks).filter(id => !(id in names.tasks) && Object.values(plan.tasks[id]).some(field => field.value))
}

/**
 * What to remember of the guide as it is now, to know later what changed.
 * @param {Names} names
 * @returns {Seen}
 */
export function seenOf({version, tasks}) {
  return {version, tasks: Object.fromEntries(Object.entries(tasks).map(([id, [title, ...marks]]) => [id, [shortMark(title), ...marks].join(' ')]))}
}

/**
 * What is new and what changed since then, by task.
 * @param {Seen} before
 * @param {Names} names
 * @returns {Record<string, string>} "New" or "Changed: when it is due"
 */
export function guideNews(before, names) {
  const now = seenOf(names)
  const old = new Map(Object.entries(before.tasks).map(([id, marks]) => [newestName(id, names.renamed), marks]))
  /** @type {Record<string, string>} */
  const news = {}
  for (const [id, marks] of Object.entries(now.tasks)) {
    const was = old.get(id)?.split(' ')
    const changed = marks.split(' ').map((mark, i) => was && mark !== was[i] ? PARTS[i] : '').filter(Boolean)
    if (!was) news[id] = 'New'
    else if (changed.length) news[id] = `Changed: ${changed.join(', ')}`
  }
  return news
}

/** @param {string} id @param {Record<string, string>} renamed */
function newestName(id, renamed) {
  let name = id
  for (let steps = 0; steps < 50 && Object.hasOwn(renamed, name); steps++) name = renamed[name]
  return name
}

/** A few letters that differ when a text does. @param {string} text */
function shortMark(text) {
  let sum = 0
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return sum.toString(36)
}

/** @typedef {import('./plan.js').Plan} Plan */
/** @typedef {import('../exports/changes.js').Names} Names */
/** @typedef {{version: string, tasks: Record<string, string>}} Seen */
