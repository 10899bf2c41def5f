// @ts-check
/**
 * Two versions of a plan become one that holds what both hold.
 * Refuses to know what the fields mean: the later change of a field wins, records are united.
 * Of two tabs each takes in what the other wrote; of two people see union.js.
 */

/**
 * Merge field by field. The order of the two does not matter.
 * Where `b` brings nothing new, `a` itself comes back, and so does each unchanged part of it:
 * `mergePlans(a, b) === a` asks whether `b` knows something that `a` does not.
 * @param {any} a - a plan or a part of one
 * @param {any} b - the same part of the other plan
 * @param {(a: any, b: any) => any} [mergeFields] - two versions of one field
 * @returns {any}
 */
export function mergePlans(a, b, mergeFields = laterOf) {
  if (a === b || b === undefined) return a
  if (a === undefined) return b
  if (Array.isArray(a)) return mergeLists(a, b)
  if (typeof a !== 'object') return b > a ? b : a
  if (typeof a.at === 'number') return mergeFields(a, b)

  const merged = {...a}
  let isNew = false
  for (const key of Object.keys(b)) {
    merged[key] = mergePlans(a[key], b[key], mergeFields)
    if (merged[key] !== a[key]) isNew = true
  }
  return isNew ? merged : a
}

/** @param {any} a @param {any} b */
const laterOf = (a, b) => isLater(b, a) ? b : a

/**
 * Unite two lists of entries by their ids, oldest first.
 * @param {any[]} a
 * @param {any[]} b
 */
function mergeLists(a, b) {
  const byId = new Map()
  for (const entry of [...a, ...b]) byId.set(entry.id, mergePlans(byId.get(entry.id), entry))
  const merged = [...byId.values()].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  return merged.length === a.length && merged.every((entry, i) => entry === a[i]) ? a : merged
}

/**
 * Did `b` change after `a`? Changes of one moment are ordered by device, then by value.
 * Of two alike, the one that stands beside others is later: what waits for a decision is not forgotten.
 * @param {any} b
 * @param {any} a
 */
export function isLater(b, a) {
  return b.at === a.at ? tieBreak(b) > tieBreak(a) : b.at > a.at
}

/** @param {any} change */
export function tieBreak(change) {
  return JSON.stringify([change.device, change.value, Boolean(change.others), change])
}
