// @ts-check
/** The dates for other programs: a calendar file, a table. Loaded on demand, so it gets the plan and imports no store. */
import {calendarOf} from '../exports/calendar.js'
import {diaryOf} from '../exports/diary.js'
import {toHtmlTable, toTsv} from '../exports/table.js'
import {CAUTION, inWords} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'
import {downloadFile} from './dom.js'

/** @typedef {import('../plan/outlook.js').Outlook} Outlook */
/** @typedef {import('../plan/plan.js').Plan} Plan */

const COLUMNS = ['Milestone', 'Date', 'To', 'How it is worked out', 'State']

/** @param {Outlook} outlook @param {Plan} plan @param {string} today @returns {Promise<string>} what to tell the reader */
export async function addToCalendar(outlook, plan, today) {
  const practice = valueAt(plan, 'practice/name')
  const items = diaryOf(outlook.events.map(one => ({...one, notes: `${one.working}. ${one.state}. ${CAUTION}`})), plan, today)
  const name = practice ? `Go Live - ${practice}` : 'Go Live'
  const text = calendarOf(items, {planId: plan.id, revision: plan.revision, name, now: Date.now()})
  downloadFile(`migration-dates_${today}.ics`, text, 'text/calendar')
  return `Saved ${items.length} dates as a calendar file. Open it as a calendar of its own, so that you can remove it again when dates change.`
}

/** @param {Outlook} outlook @returns {Promise<string>} what to tell the reader */
export async function copyDates(outlook) {
  const rows = outlook.list.map(({title, date, end, working, state}) => [title, inWords(date, 'short'), end && end !== date ? inWords(end, 'short') : '', working, state])
  const content = {caption: `Your dates. ${CAUTION}`, columns: COLUMNS, rows}
  const blob = (/** @type {string} */ type, /** @type {string} */ text) => new Blob([text], {type})
  const item = new ClipboardItem({'text/html': blob('text/html', toHtmlTable(content)), 'text/plain': blob('text/plain', toTsv(content))})
  return navigator.clipboard.write([item]).then(() => `Copied a table of ${rows.length} dates. Paste it into Word, Outlook or Excel.`, () => 'Your browser did not allow the copy. Select the table and copy it yourself.')
}
