// @ts-check
/**
 * What was agreed, as plain text for an e-mail. Refuses to know the catalogue and the page.
 */
import {CAUTION, inWords, weeksToGo} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'

/**
 * Write the e-mail from a plan and what the page knows about it.
 * @param {import('../plan/plan.js').Plan} plan
 * @param {object} meeting
 * @param {{title: string, note?: string}[]} meeting.agreed
 * @param {{title: string}[]} meeting.notAgreed
 * @param {{title: string, owner: string, due?: string}[]} meeting.actions - open ones
 * @param {string} meeting.today
 */
export function emailOf(plan, {agreed, notAgreed, actions, today}) {
  /** @type {Map<string, {title: string, due?: string}[]>} */
  const byOwner = new Map()
  for (const action of actions) byOwner.set(action.owner, [...byOwner.get(action.owner) ?? [], action])
  const weekly = (/** @type {string} */ name) => valueAt(plan, `meetings/weekly/${name}`)

  return emailText({
    practice: valueAt(plan, 'practice/name'),
    goLive: valueAt(plan, 'goLive'),
    agreed,
    actionsByOwner: Array.from(byOwner, ([owner, own]) => ({owner, actions: own})),
    notAgreed,
    nextMeeting: {
      date: valueAt(plan, 'meetings/next/date'),
      day: weekly('day'), time: weekly('time'), place: weekly('place'), link: weekly('link'),
    },
    today,
  })
}

/**
 * Write the e-mail after a meeting. Every date is YYYY-MM-DD or ''.
 * @param {object} meeting
 * @param {string} meeting.practice
 * @param {string} meeting.goLive
 * @param {{title: string, date: string}[]} [meeting.dates] - other dates that were agreed
 * @param {{title: string, note?: string}[]} meeting.agreed
 * @param {{owner: string, actions: {title: string, due?: string}[]}[]} meeting.actionsByOwner
 *   - owner '' is said as "No one yet" and comes last
 * @param {{title: string}[]} meeting.notAgreed
 * @param {{date?: string, day?: string, time?: string, place?: string, link?: string}} meeting.nextMeeting
 * @param {string} meeting.today
 */
export function emailText({practice, goLive, dates = [], agreed, actionsByOwner, notAgreed, nextMeeting, today}) {
  const goLiveWords = goLive ? `${inWords(goLive)} (${weeksToGo(today, goLive)})` : 'not set yet'
  const groups = [...actionsByOwner].sort((a, b) => Number(!a.owner) - Number(!b.owner))

  return [
    [`Clinical system migration: ${practice || 'our practice'}, ${inWords(today)}`],
    ['Dates', `- Go Live: ${goLiveWords}`, ...dates.map(({title, date}) => `- ${title}: ${inWords(date)}`)],
    section('Agreed', agreed.map(({title, note}) => note ? `${title}: ${note}` : title)),
    groups.length ? ['Actions'] : section('Actions', []),
    ...groups.map(({owner, actions}) => section(owner || 'No one yet', actions.map(withDue))),
    section('Not agreed yet', notAgreed.map(({title}) => title), 'None'),
    ['Next meeting', `- ${meetingWords(nextMeeting)}`],
    [CAUTION],
  ].map(lines => lines.join('\n')).join('\n\n') + '\n'
}

/** @param {string} heading @param {string[]} lines @param {string} [none] what stands for no line */
function section(heading, lines, none = 'Nothing yet') {
  return [heading, ...(lines.length ? lines : [none]).map(line => `- ${oneLine(line)}`)]
}

/** @param {{title: string, due?: string}} action */
function withDue({title, due}) {
  return due ? `${title}, by ${inWords(due, 'short')}` : `${title}, no date yet`
}

/** @param {{date?: string, day?: string, time?: string, place?: string, link?: string}} meeting */
function meetingWords({date = '', day = '', time = '', place = '', link = ''}) {
  const when = date ? inWords(date) : day && `every ${day}`
  const words = [when, time, place, link].filter(Boolean).join(', ')
  return words ? oneLine(words) : 'Not arranged yet'
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim()
}
