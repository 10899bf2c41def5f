// @ts-check
/** What a preview and the page of dates count with: rules, days off, busy periods and names. Fetched once, when it is asked for. */

/** @typedef {import('../plan/planning.js').PlanningData} PlanningData */
/** @typedef {{data: any, more: PlanningData}} Facts data: dates.json, with the name of every milestone */

/**
 * @param {() => Promise<any>} loadDates - of catalogue.js, which keeps what it has fetched
 * @returns {() => Promise<Facts & {planningOf: typeof import('../plan/planning.js').planningOf}>}
 */
export function planningLoader(loadDates) {
  /** @type {ReturnType<ReturnType<typeof planningLoader>> | undefined} */
  let loading
  return () => (loading ??= loadFacts(loadDates).catch(error => {
    loading = undefined // asked for again, it may come
    throw error
  }))
}

/** @param {() => Promise<any>} loadDates */
async function loadFacts(loadDates) {
  const where = document.getElementById('journey')?.dataset.dates ?? ''
  const address = where.replace('dates.json', 'planning.json')
  const [dates, more, {planningOf}] = await Promise.all([loadDates(), fetch(address).then(answer => answer.json()), import('../plan/planning.js')])
  return {data: {...dates, called: more.called}, more, planningOf}
}
