// @ts-check
/**
 * How firm a date is. Date, state, by and how are one decision: a state, a name and a letter
 * count for the date that they were said of, and for no other. Why: decisions/0014.
 * Refuses to know the page and the clock.
 */
import {inWords} from './dates.js'
import {fieldAt, valueAt, withDecision, withValue} from './plan.js'

const GO_LIVE = 'go-live'
const FIRM = new Map([['agreed', 'Agreed'], ['confirmed', 'Confirmed']])
/** What is said of a milestone's date. */
export const SAID = ['state', 'by', 'how']

/**
 * @typedef {object} Standing
 * @property {string} date - that is fixed, or ''
 * @property {'' | 'agreed' | 'confirmed'} state - of that date
 * @property {string} by
 * @property {string} how
 * @property {string} before - what was said of another date, in words, or ''
 * @property {boolean} isConfirmedBefore - the state itself was said of another date
 */

/**
 * What is said of a milestone's date. A date that was moved after it was confirmed is agreed; a Go Live is neither.
 * @param {Plan} plan @param {string} id
 * @param {string} [shown] - the date that is worked out, where none is fixed
 * @returns {Standing}
 */
export function standingOf(plan, id, shown = '') {
  const date = fieldAt(plan, datePath(id))
  const [state, by, how] = SAID.map(name => fieldAt(plan, `milestones/${id}/${name}`))
  const holds = (/** @type {Field | undefined} */ one) => isSaidOf(one, date, shown)
  const isFirm = Boolean(date?.value) && FIRM.has(state?.value ?? '')
  const firm = holds(state) ? state?.value : id === GO_LIVE ? '' : 'agreed'
  const old = [by, how].filter(one => one?.value && !holds(one))
  const isConfirmedBefore = isFirm && !holds(state)
  return {
    date: date?.value ?? '',
    state: /** @type {Standing['state']} */ (isFirm ? firm : ''),
    by: holds(by) ? by?.value ?? '' : '',
    how: holds(how) ? how?.value ?? '' : '',
    before: beforeWords(isConfirmedBefore ? state : undefined, old),
    isConfirmedBefore,
  }
}

/** "Confirmed for Tue 1 June 2027: Pat Green, e-mail of 2 March"; '' of a date that is not firm. @param {Plan} plan @param {string} id */
export function firmWords(plan, id) {
  const {date, state, by, how} = standingOf(plan, id)
  if (!state) return ''
  const words = `${FIRM.get(state)} for ${inWords(date, 'short')}`
  return [words, [by, how].filter(Boolean).join(', ')].filter(Boolean).join(': ')
}

/**
 * Fix a date by hand. Whoever confirmed another one has not confirmed this one.
 * @param {Plan} plan @param {string} id @param {string} date - '' lets it follow its rule again @param {import('./plan.js').Stamp} stamp
 */
export function withDate(plan, id, date, stamp) {
  const {date: old, state} = standingOf(plan, id)
  if (date && date === old && state) return plan
  return withFirmness(plan, id, date, date && 'agreed', stamp)
}

/** Say how firm a date is. @param {Plan} plan @param {string} id @param {string} date @param {string} state @param {import('./plan.js').Stamp} stamp */
export function withFirmness(plan, id, date, state, stamp) {
  return withSaid(withValue(plan, datePath(id), date, stamp), `milestones/${id}/state`, state, stamp)
}

/**
 * Change a field; what says how firm a date is notes which date, as it stands then unless another is given.
 * @param {Plan} plan @param {string} path @param {string} value @param {import('./plan.js').Stamp} stamp
 */
export function withSaid(plan, path, value, stamp) {
  const [kind, id, name] = path.split('/')
  const isSaid = kind === 'milestones' && SAID.includes(name)
  return withVersion(plan, path, value, isSaid ? {of: valueAt(plan, datePath(id)), ...stamp} : stamp)
}

/** Change a field; the same value said of another date is a change too. @param {Plan} plan @param {string} path @param {string} value @param {import('./plan.js').Stamp} stamp */
export function withVersion(plan, path, value, stamp) {
  const old = fieldAt(plan, path)
  const isOther = value && value === old?.value && stamp.of && stamp.of !== old.of
  return isOther ? withDecision(plan, path, value, stamp) : withValue(plan, path, value, stamp)
}

/** What a field is decided together with: a milestone's state, by and how with its date. @param {string} path */
export function matterOf(path) {
  const [kind, id, name] = path.split('/')
  return kind === 'milestones' && SAID.includes(name) ? datePath(id) : path
}

/** @param {string} path */
export const isDatePath = path => path === 'goLive' || /^milestones\/.*\/date$/.test(path)

/** @param {string} id */
const datePath = id => (id === GO_LIVE ? 'goLive' : `milestones/${id}/date`)

/**
 * Was this said of the date as it is now? Before dates were noted beside it: not if the date was changed later.
 * @param {Field | undefined} one @param {Field | undefined} date @param {string} shown
 */
function isSaidOf(one, date, shown) {
  if (one?.of !== undefined) return one.of === (date?.value || shown)
  return !one || !date?.was || one.at >= date.at
}

/** @param {Field | undefined} state @param {(Field | undefined)[]} evidence */
function beforeWords(state, evidence) {
  const all = [state, ...evidence].filter(Boolean)
  if (!all.length) return ''
  const of = all.find(one => one?.of)?.of
  const start = state ? `${FIRM.get(state.value)} before` : 'Before'
  const words = `${start}, for ${of ? inWords(of, 'short') : 'another date'}`
  return evidence.length ? `${words}: ${evidence.map(one => one?.value).join(', ')}` : words
}

/** @import {Field, Plan} from './plan.js' */
