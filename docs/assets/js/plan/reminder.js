// @ts-check
/** When to remind somebody that a plan is in no file yet. Refuses to know the page and the clock. */

const DAY_MS = 86_400_000
const DAYS = 7
const MANY = 50

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

/** When each field was changed last. @param {any} part @returns {number[]} */
export function momentsOf(part) {
  if (typeof part !== 'object' || Array.isArray(part)) return []
  return typeof part.at === 'number' ? [part.at] : Object.values(part).flatMap(momentsOf)
}
