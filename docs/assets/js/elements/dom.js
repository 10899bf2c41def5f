// @ts-check
/** Makes elements. Text goes in as text: there is no way here to pass markup. */

/**
 * Make an element: `make('button', {class: 'app-button', type: 'button', onclick}, 'Save')`.
 * Functions become properties, `true` an empty attribute; false, null and undefined are left out.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') /** @type {any} */ (element)[name] = value
    else if (value !== false && value != null) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children)
  return element
}

/**
 * @param {string} text
 * @param {() => void} onclick
 * @param {string} [kind] is-quiet or is-link
 */
export const button = (text, onclick, kind = '') =>
  make('button', {type: 'button', class: `app-button ${kind}`, onclick}, text)

/** Set text only where it differs, so that nothing is announced or painted twice.
 * @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent === text) return
  const only = element.firstChild
  if (only instanceof Text && element.lastChild === only && text) only.data = text // keeps the box
  else element.textContent = text
}

/** What waits for the next paint. @type {Set<() => void>} */
const unpainted = new Set()

/**
 * Put off what follows from a change until the change is painted, so that a click waits for nothing. Asked for twice, it runs once.
 * @param {() => void} show @returns {() => void}
 */
export const whenPainted = show => () => {
  if (document.hidden) return show() // nothing is painted there
  if (!unpainted.size) requestAnimationFrame(() => setTimeout(showUnpainted))
  unpainted.add(show)
}

function showUnpainted() {
  for (const show of unpainted) {
    unpainted.delete(show)
    queueMicrotask(show) // so that one that fails takes no other with it
  }
}

/** The reader's own day at a moment, as YYYY-MM-DD. @param {number} [at] milliseconds since 1970 */
export function localDay(at = Date.now()) {
  const d = new Date(at)
  return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(n => String(n).padStart(2, '0')).join('-')
}

/** @param {number} at @returns {string} 10:42 */
export const clockTime = at => new Date(at).toTimeString().slice(0, 5)

/** The ordinary download, which managed browsers allow. @param {string} name @param {string} text @param {string} [type] */
export function downloadFile(name, text, type = 'application/json') {
  const address = URL.createObjectURL(new Blob([text], {type}))
  make('a', {href: address, download: name}).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** @returns {string} an id that nothing else on the page has; modules on demand have a copy of this one */
export const freshId = () => `f${Math.random().toString(36).slice(2)}`
