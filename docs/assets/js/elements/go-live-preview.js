// @ts-check
/**
 * Another Go Live date, or other bank holidays, entered where dates stand already: what they would move is shown below the fields,
 * and nothing moves before Apply. Loaded on demand, so it gets the store of the page and imports none.
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
 * @param {string} path - `goLive` or `division`
 * @param {string} value
 * @param {typeof import('../store.js').store} store
 * @param {typeof import('../catalogue.js').loadDates} loadDates
 */
export function preview(path, value, store, loadDates) {
  const isGoLive = path === 'goLive'
  if (value === valueAt(store.plan, path) && !panel?.root.isConnected) return
  const {root, move, show} = panelOf(store, loadDates)
  const labels = [...document.querySelectorAll('plan-fields label')]
  const fields = labels.find(label => label.textContent === 'Go Live date')?.closest('.app-field')?.parentElement
  if (!root.isConnected) fields?.after(root)
  if (isGoLive) return move(value)
  const names = new Map([['scotland', 'Scotland'], ['northern-ireland', 'Northern Ireland']])
  return show(`Count with the bank holidays of ${names.get(value) ?? 'England and Wales'}`, [[path, value]])
}
