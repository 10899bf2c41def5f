// @ts-check
/**
 * The only way to a worker, which is the only text that this site may ask a browser to run from an address.
 * The pages' policy lets no script come from words; this lets one file of ours pass and nothing else: see decisions/0020.
 * Used on demand alone, since a page may make its policy once.
 */
const ROOT = new URL('../../../', import.meta.url).href
const WORKER = 'service-worker.js'

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('gp-migration', {createScriptURL: own})

/** @param {string} address @returns {any} the address, as a browser wants to have it */
export const ownWorker = address => policy ? policy.createScriptURL(address) : own(address)

/** @param {string} address */
function own(address) {
  const {href} = new URL(address, location.href)
  if (href === ROOT + WORKER) return href
  throw new TypeError(`${href} is no worker of this site`)
}
