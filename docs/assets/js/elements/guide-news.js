// @ts-check
/**
 * What became of the guide since the plan was opened last: renamed tasks carry their state,
 * new and changed ones are marked. Loaded on demand, so it gets the store and imports none.
 */
import {guideNews, seenOf, withRenamed} from '../plan/guide.js'
import {make} from './dom.js'
import {attempt, read} from './plan-shelf.js'

/** @typedef {typeof import('../store.js').store} Store */
/** @typedef {import('../exports/changes.js').Names} Names */

/** The root of the site, from the address that the strip has. */
export const siteRoot = () => `${document.querySelector('plan-strip')?.getAttribute('data-dates')}../../`

/** @returns {Promise<Names>} */
export async function loadNames() {
  return (await fetch(`${siteRoot()}assets/data/names.json`)).json()
}

/** Carry renamed ids, mark what is news on this page, and say how much there is.
 * @param {Store} store
 * @returns {Promise<HTMLElement>} hidden when there is none */
export async function takeInGuide(store) {
  const names = await loadNames()
  carryRenames(store, names)
  const news = newsFor(store, names)
  for (const row of document.querySelectorAll('li.app-task[data-task]')) {
    const word = news[row.getAttribute('data-task') ?? '']
    if (word) row.querySelector('label')?.after(make('p', {class: 'app-news'}, make('span', {class: 'app-tag'}, `${word.split(':')[0]} in the guide`), word.includes(':') ? word.slice(word.indexOf(':') + 1) : ''))
  }
  const count = Object.keys(news).length
  const words = count === 1 ? '1 task is new or changed in the guide since you last looked. ' : `${count} tasks are new or changed in the guide since you last looked. `
  return make('div', {hidden: !count}, make('p', {role: 'status'}, words, make('a', {href: `${siteRoot()}plan/#guide-changes`}, 'See what changed')))
}

/** @param {Store} store @param {Names} names */
export function carryRenames(store, names) {
  if (Object.keys(names.renamed).length && !store.isEmpty) store.change((plan, stamp) => withRenamed(plan, names.renamed, stamp))
}

/**
 * What is new and changed for this plan. One that was never shown here begins with the guide as it is.
 * @param {Store} store @param {Names} names
 */
export function newsFor(store, names) {
  const seen = parsedSeen(read(store, `guide:${store.plan.id}`) ?? '')
  const news = seen ? guideNews(seen, names) : {}
  if (!Object.keys(news).length) noteSeen(store, names)
  return news
}

/** @param {Store} store @param {Names} names */
export function noteSeen(store, names) {
  if (!store.isEmpty) attempt(store, `guide:${store.plan.id}`, JSON.stringify(seenOf(names)))
}

/** @param {string} text @returns {import('../plan/guide.js').Seen | undefined} */
function parsedSeen(text) {
  try {
    const {version, tasks} = JSON.parse(text)
    const isWhole = typeof version === 'string' && Object.values(tasks).every(marks => typeof marks === 'string')
    return isWhole ? {version, tasks} : undefined
  } catch {
    return undefined
  }
}
