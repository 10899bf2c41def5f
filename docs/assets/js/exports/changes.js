// @ts-check
/**
 * What a field of the plan is called, and what its value says, in plain words.
 * Refuses to know the page: names of the guide are passed in.
 */
import {inWords} from '../plan/dates.js'
import {fieldAt, valueAt} from '../plan/plan.js'

/** @type {Record<string, string>} */
const WHOLE_NAMES = {
  'name': 'Name of this plan',
  'goLive': 'Go Live date',
  'division': 'Bank holidays of',
  'practice/name': 'Practice',
  'practice/ods': 'ODS code',
  'choices/note-taker': 'Who takes the notes',
  'meetings/weekly': 'Weekly meeting',
  'meetings/next': 'Next meeting',
  'meetings/huddle': 'Daily huddle',
}

/** @type {Record<string, string>} */
const FIELD_NAMES = {
  state: 'state', reason: 'reason', decidedBy: 'decided by', owner: 'owner', due: 'target date', status: 'status',
  notes: 'note', title: 'title', phase: 'phase', task: 'task', removed: 'removed', name: 'name',
  organisation: 'organisation', contact: 'contact', role: 'role', cover: 'cover', asked: 'asked on',
  confirmed: 'confirmed for', what: 'what it does', off: 'goes off', back: 'comes back on', test: 'how to test it',
  day: 'day', time: 'time', place: 'place', link: 'link or dial-in', date: 'date',
  by: 'agreed by', how: 'how it was agreed', done: 'what happened', from: 'first day', to: 'last day', person: 'who is away',
  answer: 'decision', kept: 'where the signed sheet is kept',
}

/** @type {Record<string, string>} */
const VALUE_NAMES = {
  'done': 'done', 'na': 'not applicable', 'open': 'not done', 'in-progress': 'in progress', 'blocked': 'blocked',
  'not-asked': 'not asked yet', 'asked': 'asked', 'confirmed': 'confirmed', 'yes': 'yes', 'no': 'no',
  'agreed': 'agreed', 'suggested': 'suggested', 'unknown': 'not known', 'go': 'yes, go on',
  'england-and-wales': 'England and Wales', 'scotland': 'Scotland', 'northern-ireland': 'Northern Ireland',
}
/** What a reader added and did not name. @type {Record<string, string>} */
const UNNAMED = {actions: 'An action without a title', people: 'A person without a name', parties: 'A third party without a name', events: 'An event without a title', leave: 'Leave without a name'}
const FREE_TEXT = ['notes', 'reason', 'title', 'name', 'contact', 'owner', 'organisation', 'place', 'how', 'by', 'person', 'kept', 'decidedBy', 'cover', 'role', 'time', 'link', 'what', 'test']

/**
 * "Name the lead GP: note". An id that the guide no longer has stands as it is.
 * @param {Plan} plan
 * @param {string} path
 * @param {Names} [names]
 */
export function placeWords(plan, path, names) {
  const [kind, id, field] = path.split('/')
  const own = ['actions/title', 'parties/title', 'seats/title', 'people/name', 'events/title', 'leave/person'].filter(one => one.startsWith(`${kind}/`))
    .map(one => valueAt(plan, `${kind}/${id}/${one.split('/')[1]}`)).find(Boolean)
  const record = WHOLE_NAMES[path] ?? WHOLE_NAMES[`${kind}/${id}`] ?? own ?? titleIn(names, kind, id)
  return field ? `${record}: ${FIELD_NAMES[field] ?? field}` : record
}

/**
 * A value as a person says it: "not applicable", "Tue 8 June 2027", "nothing".
 * @param {string} path
 * @param {string} value
 * @param {Names} [names]
 * @param {string} [of] - the date that it was said of
 */
export function valueWords(path, value, names, of) {
  const words = plainWords(path, value, names)
  return of && value ? `${words}, for ${inWords(of, 'short')}` : words
}

/**
 * What a choice between two people's changes keeps: "Tue 1 June 2027, confirmed: Pat Green, e-mail of 2 March".
 * @param {import('../plan/questions.js').Option} option
 * @param {Names} [names]
 */
export function optionWords({kept: [first, ...said]}, names) {
  const {path, value, of} = first
  if (!said.length) return valueWords(path, value, names, of)
  const date = value ? inWords(value, 'short') : 'the date of its rule'
  const [state = '', by = '', how = ''] = ['state', 'by', 'how'].map(name => said.find(one => one.path.endsWith(`/${name}`) && (one.of ?? value) === value)?.value)
  const firm = [date, state && (VALUE_NAMES[state] ?? state)].filter(Boolean).join(', ')
  return [firm, [by, how].filter(Boolean).join(', ')].filter(Boolean).join(': ')
}

/** @param {string} path @param {string} value @param {Names} [names] */
function plainWords(path, value, names) {
  const [kind, id, field] = path.split('/')
  if (!value) return field === 'state' && kind === 'tasks' ? 'not done' : field === 'removed' ? 'no' : 'nothing'
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return inWords(value, 'short')
  if (kind === 'choices' && id !== 'note-taker') return names?.options?.[value] ?? value
  if (kind === 'parties' && (field === 'off' || field === 'back')) return titleIn(names, 'milestones', value)
  if (field === 'phase') return titleIn(names, 'phases', value)
  if (field === 'task') return titleIn(names, 'tasks', value)
  return FREE_TEXT.includes(field ?? '') ? value : VALUE_NAMES[value] ?? value
}

/**
 * One entry of the history, with what it changed to.
 * @param {Plan} plan
 * @param {any} entry
 * @param {Names} [names]
 */
export function changeWords(plan, entry, names) {
  const place = placeWords(plan, entry.what, names)
  const next = plan.history.find(one => one.at > entry.at && one.what === entry.what)
  const to = valueWords(entry.what, next ? next.was ?? '' : valueAt(plan, entry.what), names, next ? next.of : fieldAt(plan, entry.what)?.of)
  return `${place}: ${shortened(to)} (before: ${shortened(valueWords(entry.what, entry.was ?? '', names, entry.of))})`
}

/** @param {string} text */
function shortened(text) {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** @param {Names | undefined} names @param {string} kind @param {string} id @returns {string} */
function titleIn(names, kind, id) {
  const known = /** @type {any} */ (names)?.[kind]?.[id]
  return (Array.isArray(known) ? known[0] : known) ?? names?.retired?.[id] ?? UNNAMED[kind] ?? id
}

/** @typedef {import('../plan/plan.js').Plan} Plan */
/**
 * The guide's names, as macros/publish/names_json.py writes them.
 * @typedef {{
 *   version: string, tasks: Record<string, string[]>, homes: Record<string, string>, milestones: Record<string, string>, seats: Record<string, string>,
 *   parties: Record<string, string>, phases: Record<string, string>, decisions: Record<string, string>, choices: Record<string, string>, options: Record<string, string>,
 *   retired: Record<string, string>, renamed: Record<string, string>,
 * }} Names
 */
