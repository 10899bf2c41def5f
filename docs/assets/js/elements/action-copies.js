// @ts-check
/** Copies of the actions for other programs. Loaded on demand, so it gets the plan and imports no store. */
import {emailOf} from '../exports/summary.js'
import {toHtmlTable, toTsv} from '../exports/table.js'
import {CAUTION, inWords} from '../plan/dates.js'
import {tickState, valueAt} from '../plan/plan.js'
import {localDay, make} from './dom.js'

/** @typedef {import('./your-actions.js').Action} Action */
/** @typedef {import('../plan/plan.js').Plan} Plan */

const COLUMNS = ['Phase', 'Action', 'Owner', 'Target date', 'Status']
const REFUSED = 'Your browser did not allow the copy. Select the text and copy it yourself.'

/** @param {[string, Action[]][]} groups @returns {Promise<string>} what to tell the reader */
export async function copyTable(groups) {
  const rows = groups.flatMap(([phase, group]) => group.map(({title, owner, due, status}) => [phase, title, owner || 'No one yet', due && inWords(due, 'short'), status]))
  const content = {caption: `Your actions. ${CAUTION}`, columns: COLUMNS, rows}
  const blob = (/** @type {string} */ type, /** @type {string} */ text) => new Blob([text], {type})
  const item = new ClipboardItem({'text/html': blob('text/html', toHtmlTable(content)), 'text/plain': blob('text/plain', toTsv(content))})
  return navigator.clipboard.write([item]).then(() => `Copied a table of ${rows.length} actions. Paste it into Word, Outlook or Excel.`, () => REFUSED)
}

/**
 * @param {[string, Action[]][]} groups @param {Plan} plan
 * @param {HTMLElement} shown where the text is shown as well
 * @returns {Promise<string>} what to tell the reader
 */
export async function copyEmail(groups, plan, shown) {
  const decisions = [...document.querySelectorAll('[data-part$=decide] .app-task')].map(row => ({
    title: row.querySelector('label')?.textContent ?? '',
    note: valueAt(plan, `tasks/${row.getAttribute('data-task')}/notes`),
    state: tickState(plan, row.getAttribute('data-task') ?? ''),
  }))
  const actions = groups.flatMap(([, group]) => group).filter(({done, kind, owner, due}) => !done && (kind === 'own' || owner || due))
  const text = emailOf(plan, {
    agreed: decisions.filter(({state}) => state === 'done'),
    notAgreed: decisions.filter(({state}) => state === 'open'),
    actions,
    today: localDay(),
  })
  shown.replaceChildren(make('div', {class: 'app-field'}, make('label', {for: 'email-text'}, 'Text for the e-mail'), Object.assign(make('textarea', {id: 'email-text', rows: '16', readonly: true}), {value: text})))
  return navigator.clipboard.writeText(text).then(() => 'Copied. Paste it into an e-mail.', () => REFUSED)
}
