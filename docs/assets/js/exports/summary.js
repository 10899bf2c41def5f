// @ts-check
/**
 * What was agreed, as plain text for an e-mail. Refuses to know the catalogue and the page.
 */
import {CAUTION, daysBetween, inWords, weeksToGo} from '../plan/dates.js'
import {filledSeats, weeklyWords} from '../plan/outcomes.js'
import {valueAt} from '../plan/plan.js'
import {standingOf} from '../plan/standing.js'

/** @typedef {{title: string, note?: string}} Line */
/** @typedef {{title: string, due?: string, suggested?: string}} Work due: as it was chosen; suggested: as its rule has it */

const A_WEEK = 7

/** The dates that others work by: said also while they are only suggested. */
const KEY_DATES = ['initial-data-production', 'links-off', 'final-data-production', 'links-back-on']

/**
 * Every date that was agreed or confirmed, with by whom and how; and what is still to be agreed of those that others work by.
 * @param {import('../plan/plan.js').Plan} plan
 * @param {{id: string, title: string, date: string, state: string}[]} days - in their order
 * @returns {{dates: {title: string, date: string, note: string}[], datesNotAgreed: Line[]}}
 */
export function emailDates(plan, days) {
  const others = days.filter(({id}) => id !== 'go-live')
  const dates = others.filter(({state}) => state === 'agreed' || state === 'confirmed').map(({id, title, date, state}) => {
    const {by, how, before} = standingOf(plan, id)
    return {title, date, note: [[state, by, how].filter(Boolean).join(', '), before].filter(Boolean).join('. ')}
  })
  const open = others.filter(({id, state}) => state === 'suggested' && KEY_DATES.includes(id))
  return {dates, datesNotAgreed: open.map(({title, date}) => ({title: `${title}: suggested for ${inWords(date, 'short')}`}))}
}

/**
 * Each decision to stop, with who, when and why.
 * @param {import('../plan/plan.js').Plan} plan
 * @param {Record<string, string | undefined>} titles - of the gates
 * @returns {Line[]}
 */
export function stopLines(plan, titles) {
  const at = (/** @type {string} */ gate, /** @type {string} */ name) => valueAt(plan, `decisions/${gate}/${name}`)
  return Object.keys(plan.decisions).filter(gate => at(gate, 'answer') === 'no').map(gate => {
    const [by, on] = [at(gate, 'decidedBy'), at(gate, 'date')]
    const answer = ['the answer was: stop', by && `by ${by}`, on && `on ${inWords(on, 'short')}`].filter(Boolean).join(', ')
    return {title: titles[gate] ?? 'Go or no-go', note: [answer, at(gate, 'notes')].filter(Boolean).join('. ')}
  })
}

/**
 * Each decision to go on that has a name and a day, with its conditions.
 * @param {import('../plan/plan.js').Plan} plan
 * @param {Record<string, string | undefined>} titles - of the gates
 * @returns {Line[]}
 */
export function goOnLines(plan, titles) {
  return Object.keys(plan.decisions).flatMap(gate => {
    const [answer, by, on, notes] = ['answer', 'decidedBy', 'date', 'notes'].map(name => valueAt(plan, `decisions/${gate}/${name}`))
    if (answer !== 'go' || !by || !on) return []
    return [{title: titles[gate] ?? 'Go or no-go', note: [`go on, by ${by}, on ${inWords(on, 'short')}`, notes].filter(Boolean).join('. ')}]
  })
}

/**
 * The cutover that the new supplier has confirmed, on which so many dates hang.
 * @param {import('../plan/plan.js').Plan} plan
 * @param {import('../plan/shapes.js').DatesData['choices']} choices
 * @returns {Line[]}
 */
export function cutoverLines(plan, choices) {
  const chosen = valueAt(plan, 'choices/cutover')
  const option = choices.find(({id}) => id === 'cutover')?.options.find(({id}) => id === chosen)
  return option ? [{title: 'Cutover, as the new supplier has confirmed it', note: option.title}] : []
}

/**
 * Write the e-mail from a plan and what the page knows about it.
 * @param {import('../plan/plan.js').Plan} plan
 * @param {object} meeting
 * @param {Line[]} meeting.agreed
 * @param {Line[]} meeting.notAgreed
 * @param {{title: string, date: string, note: string}[]} [meeting.dates] - that were agreed or confirmed
 * @param {Line[]} [meeting.datesNotAgreed]
 * @param {Line[]} [meeting.stopped] decisions to stop, said before all else
 * @param {Work[]} [meeting.unowned] tasks to begin with that nobody has yet
 * @param {string} [meeting.kickOff] the day of the kick-off
 * @param {Line[]} [meeting.notApplicable]
 * @param {Line[]} [meeting.parties] third parties in use
 * @param {[string, string][]} [meeting.seats] ids and titles
 * @param {(Work & {owner: string})[]} meeting.actions - open ones
 * @param {string} meeting.today
 */
export function emailOf(plan, {actions, seats = [], ...rest}) {
  /** @type {Map<string, Work[]>} */
  const byOwner = new Map()
  for (const action of actions) byOwner.set(action.owner, [...byOwner.get(action.owner) ?? [], action])

  return emailText({
    practice: valueAt(plan, 'practice/name'),
    goLive: valueAt(plan, 'goLive'),
    seats: filledSeats(plan, seats).map(([title, note]) => ({title, note})),
    actionsByOwner: Array.from(byOwner, ([owner, own]) => ({owner, actions: own})),
    nextMeeting: {date: valueAt(plan, 'meetings/next/date'), weekly: weeklyWords(plan), link: valueAt(plan, 'meetings/weekly/link')},
    ...rest,
  })
}

/**
 * Write the e-mail after a meeting. Every date is YYYY-MM-DD or ''. A part that is empty and optional is left out.
 * @param {object} meeting
 * @param {string} meeting.practice
 * @param {string} meeting.goLive
 * @param {{title: string, date: string, note?: string}[]} [meeting.dates] - other dates that were agreed or confirmed
 * @param {Line[]} [meeting.datesNotAgreed]
 * @param {Line[]} [meeting.stopped] decisions to stop, said before all else
 * @param {Line[]} meeting.agreed
 * @param {Line[]} [meeting.seats]
 * @param {Line[]} [meeting.parties]
 * @param {{owner: string, actions: Work[]}[]} meeting.actionsByOwner
 *   - owner '' is said as "No one yet" and comes last
 * @param {Work[]} [meeting.unowned]
 * @param {string} [meeting.kickOff]
 * @param {Line[]} meeting.notAgreed
 * @param {Line[]} [meeting.notApplicable]
 * @param {{date?: string, weekly?: string, link?: string}} meeting.nextMeeting
 * @param {string} meeting.today
 */
export function emailText({
  practice, goLive, stopped = [], dates = [], datesNotAgreed = [], agreed, seats = [], parties = [], actionsByOwner, unowned = [], kickOff = '', notAgreed, notApplicable = [], nextMeeting, today,
}) {
  const goLiveWords = goLive ? `${inWords(goLive)} (${weeksToGo(today, goLive)})` : 'not set yet'
  const groups = [...actionsByOwner].sort((a, b) => Number(!a.owner) - Number(!b.owner))

  return [
    [`Clinical system migration: ${practice || 'our practice'}, ${inWords(today)}`],
    optional('Stopped', stopped.map(lineWords)),
    ['Dates', `- Go Live: ${goLiveWords}`, ...dates.map(({title, date, note}) => oneLine(['- ', title, ': ', inWords(date), note ? `, ${note}` : ''].join('')))],
    section('Agreed', agreed.map(lineWords)),
    optional('Who does what', seats.map(lineWords)),
    groups.length ? ['Actions'] : section('Actions', []),
    ...groups.map(({owner, actions}) => section(owner || 'No one yet', byDate(actions).map(one => withDue(one, today)))),
    optional(`${startWords(kickOff, today)}, no one yet`, byDate(unowned).map(one => one.suggested ? withDue(one, today) : one.title)),
    section('Not agreed yet', [...notAgreed, ...datesNotAgreed].map(({title}) => title), 'None'),
    optional('Third parties', parties.map(lineWords)),
    optional('Not applicable', notApplicable.map(lineWords)),
    ['Next meeting', `- ${meetingWords(nextMeeting)}`],
    [CAUTION],
  ].filter(lines => lines.length).map(lines => lines.join('\n')).join('\n\n') + '\n'
}

/** @param {Line} line */
const lineWords = ({title, note}) => note ? `${title}: ${note}` : title

/** @param {string} heading @param {string[]} lines */
const optional = (heading, lines) => lines.length ? section(heading, lines) : []

/** @param {string} heading @param {string[]} lines @param {string} [none] what stands for no line */
function section(heading, lines, none = 'Nothing yet') {
  return [heading, ...(lines.length ? lines : [none]).map(line => `- ${oneLine(line)}`)]
}

/** What is late or soonest first, what has no date last. @template {Work} T @param {T[]} all @returns {T[]} */
function byDate(all) {
  const date = (/** @type {Work} */ {due, suggested}) => due || suggested || '9999'
  return [...all].sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0))
}

/** A suggested date that is past is not late until somebody says that it was not done. @param {Work} work @param {string} today */
function withDue({title, due, suggested}, today) {
  if (!due && !suggested) return `${title}, no date yet`
  const date = inWords(due || suggested || '', 'short')
  if (due) return due < today ? `${title}, late: was due ${date}` : `${title}, by ${date}`
  return suggested && suggested < today ? `${title}, past its suggested date: ${date}` : `${title}, suggested by ${date}`
}

/** When work that follows the kick-off is to start. @param {string} kickOff @param {string} today */
function startWords(kickOff, today) {
  const isFar = kickOff && daysBetween(today, kickOff) > A_WEEK
  return isFar ? `Start after the kick-off on ${inWords(kickOff, 'short')}` : 'Start this week'
}

/** @param {{date?: string, weekly?: string, link?: string}} meeting */
function meetingWords({date = '', weekly = '', link = ''}) {
  const words = [date && inWords(date), weekly, link].filter(Boolean).join(', ')
  return words ? oneLine(words) : 'Not arranged yet'
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim()
}
