// @ts-check
/** When to remind somebody: that a plan is in no file yet, and that people are in a plan that is over. Refuses to know the page and the clock. */
import {daysBetween} from './dates.js'
import {valueAt} from './plan.js'

const DAY_MS = 86_400_000
const DAYS = 7
const MANY = 50
/** The old system is closed after 90 days at the latest, unless it was agreed otherwise: ours. */
const OVER_DAYS = 100

/**
 * A calm sentence after a week, or after many changes, without a copy; otherwise ''.
 * @param {any} plan
 * @param {number | undefined} copiedAt
 * @param {number} now
 */
export function reminderWords(plan, copiedAt, now) {
  const moments = momentsOf(plan).filter(at => at > (copiedAt ?? 0) && at <= now)
  if (!moments.length) return ''
  const days = Math.floor((now - (copiedAt ?? Math.min(...moments))) / DAY_MS)
  if (days < DAYS && moments.length < MANY) return ''
  const changes = `${moments.length} ${moments.length === 1 ? 'change is' : 'changes are'} in this browser only.`
  if (!copiedAt) return `No copy of this plan is in a file yet. ${changes}`
  const age = days === 1 ? '1 day old' : `${days} days old`
  return `The last copy in a file is ${days ? age : 'of today'}. ${changes}`
}

/**
 * The question at closure, long after Go Live and while people are in the plan; otherwise ''.
 * @param {import('./plan.js').Plan} plan
 * @param {string} today
 */
export function closingWords(plan, today) {
  const goLive = valueAt(plan, 'goLive')
  const days = goLive ? daysBetween(goLive, today) : 0
  const isSomebody = Object.keys({...plan.people, ...plan.leave}).length > 0 || Object.values(plan.seats).some(seat => seat.name?.value)
  return days < OVER_DAYS || !isSomebody ? '' : `Go Live was ${days} days ago. Is the migration over? Save a copy, then remove names, phones and leave.`
}

/** When each field was changed last. @param {any} part @returns {number[]} */
export function momentsOf(part) {
  if (typeof part !== 'object' || Array.isArray(part)) return []
  return typeof part.at === 'number' ? [part.at] : Object.values(part).flatMap(momentsOf)
}
