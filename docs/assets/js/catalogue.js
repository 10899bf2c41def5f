// @ts-check
/** Loads the published catalogue, each part once a page. Written by macros/publish/. */

/** @typedef {{phases: [string, string][], tasks: Record<string, [string, string]>, retired: Record<string, string>}} Catalogue */

/** @type {Map<string, Promise<any>>} */
const loading = new Map()

/** Titles and phases of tasks, by id. @returns {Promise<Catalogue>} */
export const loadCatalogue = () => load('catalogue')

/** Milestones with their rules, and bank holidays: what plan/schedule.js takes. @returns {Promise<any>} */
export const loadDates = () => load('dates')

/** @param {'catalogue' | 'dates'} name as in the addresses that the journey carries */
function load(name) {
  const address = document.getElementById('journey')?.dataset[name] ?? ''
  if (!loading.has(name)) loading.set(name, fetch(address).then(answer => answer.json()))
  return /** @type {Promise<any>} */ (loading.get(name))
}
