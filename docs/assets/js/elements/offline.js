// @ts-check
/**
 * Whether pages are kept for when there is no network, and the way to stop it.
 * Used on demand, so it gets the store and imports none.
 */
import {siteRoot} from './guide-news.js'
import {attempt, read} from './plan-shelf.js'

const OFF_KEY = 'offline-off'

/** @typedef {typeof import('../store.js').store} Store */

/** @param {Store} store @returns {Promise<'none' | 'off' | 'soon' | 'on'>} */
export async function offlineState(store) {
  const isOffered = document.querySelector('plan-strip[data-offline]')
  if (!isOffered || !navigator.serviceWorker) return 'none'
  if (read(store, OFF_KEY) !== null) return 'off'
  const worker = await ourWorker()
  return worker?.active ? 'on' : 'soon'
}

/** @param {Store} store */
export async function stopOffline(store) {
  attempt(store, OFF_KEY, 'yes')
  await (await ourWorker())?.unregister()
  if (!globalThis.caches) return
  // Other sites, and other copies of this one, share the caches of this host: no other name is touched.
  const ours = `gp-migration-${siteAddress().pathname}:`
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith(ours)).map(name => caches.delete(name)))
}

/** @param {Store} store */
export async function keepOffline({world}) {
  world.storage.removeItem(`gp-migration:${OFF_KEY}`)
}

/** The worker of this site, if there is one: never one of another site on this host. */
async function ourWorker() {
  const found = await navigator.serviceWorker?.getRegistration()
  return found?.scope === siteAddress().href ? found : undefined
}

const siteAddress = () => new URL(siteRoot(), location.href)
