// @ts-check
/**
 * What people can choose from where two changed one matter, and what a choice puts in the plan.
 * A milestone's date brings with it what was said of it: state, by and how. Why: decisions/0026.
 * Refuses to know the page, the clock and any words.
 */
import {mergePlans, tieBreak} from './merge.js'
import {fieldAt, valueAt, versionsOf, withDecision} from './plan.js'
import {SAID, isDatePath, withVersion} from './standing.js'
import {undecided} from './union.js'

/**
 * @typedef {{path: string, value: string, of?: string}} Kept a field as a choice leaves it
 * @typedef {{kept: Kept[], by?: string, at: number}} Option kept: what is chosen, the date first; by and at: of the change that it stands for
 * @typedef {{path: string, options: Option[]}} Question
 */

/** @param {Plan} plan @returns {Question[]} */
export function questionsOf(plan) {
  return undecided(plan).map(({path, versions}) => ({
    path,
    options: isDatePath(path) ? datedOptions(plan, path, versions) : versions.map(({value, of, by, at}) => ({kept: [{path, value, of}], by, at})),
  }))
}

/**
 * Keep one option: whatever it says of the matter stands, and no version is left beside it.
 * @param {Plan} plan @param {Option} option @param {import('./plan.js').Stamp} stamp
 */
export function withChosen(plan, {kept}, stamp) {
  return kept.reduce((next, {path, value, of}) => {
    const isOpen = versionsOf(fieldAt(plan, path) ?? {}).length > 1
    return (isOpen ? withDecision : withVersion)(next, path, value, {...stamp, of})
  }, plan)
}

/**
 * Ask again what was decided: each field as it was, with the versions beside it. What was changed since stays.
 * @param {Plan} plan @param {Plan} before - as it was asked @param {Plan} after - as it was decided @param {Option} option @param {import('./plan.js').Stamp} stamp
 */
export function withAsked(plan, before, after, {kept}, {at}) {
  return kept.reduce((next, {path}) => {
    const [old, decided, now] = [before, after, next].map(one => fieldAt(one, path))
    if (!old || !now || decided === old || now.at !== decided?.at) return next
    const field = {...old, at: Math.max(at, now.at + 1)}
    return mergePlans(next, path.split('/').reduceRight((part, key) => /** @type {any} */ ({[key]: part}), field))
  }, plan)
}

/**
 * One option for each change that another did not know: its date, and what was said of that date.
 * @param {Plan} plan @param {string} path @param {any[]} versions
 * @returns {Option[]}
 */
function datedOptions(plan, path, versions) {
  const paths = [path, ...SAID.map(name => `${path === 'goLive' ? 'milestones/go-live' : path.slice(0, -'/date'.length)}/${name}`)]
  const all = paths.map(one => (fieldAt(plan, one) ? versionsOf(fieldAt(plan, one)).map(version => ({...version, path: one})) : []))
  const dateOf = dating(path, all)
  const options = versions.map(version => {
    const date = dateOf(version) ?? valueAt(plan, path)
    const said = SAID.flatMap((_, i) => {
      const found = all[i + 1].filter(one => dateOf(one) === date)
      const own = found.find(one => tieBreak(one) === tieBreak(version)) ?? found.find(({device}) => device === version.device) ?? found[0]
      return own ? [{path: own.path, value: own.value, of: own.of}] : unsaid(date, all[i + 1])
    })
    return {kept: [{path, value: date}, ...said], by: version.by, at: version.at}
  })
  return options.filter(({kept}, i) => options.findIndex(other => JSON.stringify(other.kept) === JSON.stringify(kept)) === i)
}

/** The date that a version is about; none where it is not known. @param {string} path @param {any[][]} all - the versions of the date, of the state, of by and how */
function dating(path, [dates, states]) {
  const known = new Set([...dates.map(({value}) => value), ...states.map(({of}) => of)])
  /** @param {any} version @returns {string} */
  return version => {
    if (version.path === path) return version.value
    if (known.has(version.of ?? null)) return version.of
    const [shown] = dates
    const own = dates.find(({device}) => device === version.device)
    // Before dates were noted beside it: what is older than the date was said of one that is not known now.
    if (!own && !version.of && version.value && shown?.was && version.at < shown.at) return undefined
    return (own ?? shown)?.value ?? ''
  }
}

/** What a choice leaves where nobody said anything of its date; no confirmation comes of another. @param {string} date @param {any[]} versions @returns {Kept[]} */
function unsaid(date, versions) {
  if (!versions.length) return []
  const [{path, value, of}] = versions
  if (!path.endsWith('/state')) return versions.length > 1 ? [{path, value: of ? value : '', of}] : []
  return [date && path !== 'milestones/go-live/state' ? {path, value: 'agreed', of: date} : {path, value: ''}]
}

/** @import {Plan} from './plan.js' */
