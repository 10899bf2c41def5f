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

/**
 * @param {string} path - `goLive` or `division`
 * @param {string} value
 * @param {typeof import('../store.js').store} store
 * @param {typeof import('../catalogue.js').loadDates} loadDates
 */
export function preview(path, value, store, loadDates) {
  const isGoLive = path === 'goLive'
  if (value === valueAt(store.plan, path) && !panel) return
  panel ??= changePanel({store, loadPlanning: planningLoader(loadDates)})
  const labels = [...document.querySelectorAll('plan-fields label')]
  const fields = labels.find(label => label.textContent === 'Go Live date')?.closest('.app-field')?.parentElement
  if (!panel.root.isConnected) fields?.after(panel.root)
  if (isGoLive) return panel.move(value)
  const names = new Map([['scotland', 'Scotland'], ['northern-ireland', 'Northern Ireland']])
  return panel.show(`Count with the bank holidays of ${names.get(value) ?? 'England and Wales'}`, [[path, value]])
}
