// @ts-check
/**
 * Two people's versions of a plan become one: what only one of them changed is taken from them.
 * Where neither of two changes knew the other, the later one is shown and the other stays beside it,
 * until somebody decides. The order never matters: a version gives way only to one that knew it.
 */
import {isLater, mergePlans, tieBreak} from './merge.js'
import {knownTo, versionsOf} from './plan.js'
import {matterOf} from './standing.js'

/**
 * @param {Plan} a
 * @param {Plan} b - of the same id; its revision does not matter
 * @returns {Plan} `a` itself where `b` brings nothing new
 */
export function unitePlans(a, b) {
  return mergePlans(a, b, uniteFields)
}

/**
 * Every matter of which two versions stand side by side, with the versions of its fields, what is shown first.
 * What two people wrote alike needs no decision. A milestone's date and how firm it is are one matter: decisions/0026.
 * @param {any} plan
 * @returns {{path: string, versions: any[]}[]} path: of a milestone, that of its date
 */
export function undecided(plan) {
  const matters = new Map()
  for (const {path, versions} of disputed(plan, '')) {
    const matter = matterOf(path)
    matters.set(matter, [...matters.get(matter) ?? [], ...versions])
  }
  return [...matters].map(([path, versions]) => ({path, versions}))
}

/** @param {any} part @param {string} path @returns {{path: string, versions: any[]}[]} */
function disputed(part, path) {
  if (typeof part !== 'object' || Array.isArray(part)) return []
  if (typeof part.at !== 'number') {
    return Object.keys(part).flatMap(key => disputed(part[key], path ? `${path}/${key}` : key))
  }
  const isDated = matterOf(path) !== path
  const versions = versionsOf(part).filter((one, i, all) => all.findIndex(other => other.value === one.value && (!isDated || other.of === one.of)) === i)
  return versions.length > 1 ? [{path, versions: versions.map(one => ({...one, path}))}] : []
}

/**
 * The versions of a field that no other version knew of: the latest, and any others beside it.
 * @param {any} a
 * @param {any} b
 */
function uniteFields(a, b) {
  const all = new Map([a, b].flatMap(versionsOf).map(one => [tieBreak(one), one]))
  const left = [...all.values()].filter((one, _, every) => !every.some(other => covers(other, one)))
  const [latest, ...others] = left.sort((one, other) => isLater(one, other) ? -1 : 1)
  const united = others.length ? {...latest, others} : latest
  return [a, b].find(one => JSON.stringify(one) === JSON.stringify(united)) ?? united
}

/**
 * Was `b` known when `a` was written? Of two that knew the same, the later.
 * @param {any} a
 * @param {any} b
 */
function covers(a, b) {
  const [byA, byB] = [knownTo([a]), knownTo([b])]
  const has = (/** @type {any} */ one, /** @type {any} */ other) => Object.keys(other).every(device => one[device] >= other[device])
  return has(byA, byB) && (!has(byB, byA) || isLater(a, b))
}

/** @typedef {import('./plan.js').Plan} Plan */
