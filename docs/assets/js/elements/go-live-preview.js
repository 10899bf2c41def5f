// @ts-check
/**
 * Another Go Live date, cutover, access or other bank holidays, entered where dates stand already: what they would move is shown
 * below the fields, and nothing moves before Apply. Loaded on demand, so it gets the store of the page and imports none.
 */
import {valueAt} from '../plan/plan.js'
import {changePanel} from './change-panel.js'
import {planningLoader} from './planning-facts.js'

/** @type {ReturnType<typeof changePanel> | undefined} */
let panel

/** @param {typeof import('../store.js').store} store @param {typeof import('../catalogue.js').loadDates} loadDates */
const panelOf = (store, loadDates) => (panel ??= changePanel({store, loadPlanning: planningLoader(loadDates)}))

/**
 * Fetch what shows a change before there is one, so that the reader waits for no network.
 * @param {typeof import('../store.js').store} store
 * @param {typeof import('../catalogue.js').loadDates} loadDates
 */
export const prepare = (store, loadDates) => panelOf(store, loadDates).prepare().catch(() => {})

/**
 * @param {string} path - `goLive`, `division`, or the choice of a cutover or of access
 * @param {string} value
 * @param {typeof import('../store.js').store} store
 * @param {typeof import('../catalogue.js').loadDates} loadDates
 */
export function preview(path, value, store, loadDates) {
  if (value === valueAt(store.plan, path)) return panel?.close()
  const {root, move, show} = panelOf(store, loadDates)
  const fields = document.querySelector('[data-field=goLive]')?.parentElement
  if (!root.isConnected) fields?.after(root)
  if (path === 'goLive') return move(value)
  const chosen = document.querySelector(`[data-field="${path}"] option[value="${value}"]`)?.textContent
  return show(path === 'division' ? `Count with the bank holidays of ${chosen}` : `Choose: ${chosen}`, [[path, value]], {isChosen: true})
}
