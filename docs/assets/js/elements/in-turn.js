// @ts-check
/**
 * Parts of a page start in turn: what is in sight before the first paint, the rest after it, from the top down.
 * The head's script says if a page opens at its top (`is-opening`); only then is something surely out of sight.
 * Until its turn comes, the browser may pass over a block, whose height it guesses. Soon every height is exact.
 */
import {whenPainted} from './dom.js'

const TURN_MS = 8
const TURN_BLOCKS = 12
const GUESS = '40rem' // so that few are near

/** What waits for its turn, and how it starts: out of sight or not. @type {Map<Element, (isFar?: boolean) => void>} */
const laterParts = new Map()

const {classList} = document.documentElement
const isOpening = () => classList.contains('is-opening')

/** Start a part of the page when its turn comes; at once if the page does not open now. @param {Element} element @param {(isFar?: boolean) => void} start */
export function inTurn(element, start) {
  if (isOpening() && element.closest('article > *')) laterParts.set(element, start)
  else start()
}

/**
 * For `inTurn`: start what is far below after the first sign of a reader, which waits for nothing; at once where there is a plan to show.
 * A tap is a sign too: browsers tell of it as of a mouse, before the click.
 * A tap on Search is none: nobody reads the page below it yet.
 * @param {() => void} start @returns {(isFar?: boolean) => void}
 */
export const onceRead = start => isFar => {
  if (!isFar || classList.contains('has-plan')) return start()
  const heard = new AbortController()
  const hear = (/** @type {any} */ {target}) => {
    if (target.closest?.('site-search')) return
    heard.abort()
    whenPainted(start)()
  }
  for (const sign of ['keydown', 'mousemove', 'focusin', 'scroll']) addEventListener(sign, hear, heard)
}

/** What a page has, by its name. @type {[string, CustomElementConstructor][]} */
const pageElements = []

/**
 * Register elements, and start the page when all of them are known: before the first paint, or after it where there is no plan to show.
 * @param {Record<string, CustomElementConstructor>} elements
 */
export function register(elements) {
  if (!pageElements.length) queueMicrotask(classList.contains('is-new') ? whenPainted(startPage) : startPage)
  pageElements.push(...Object.entries(elements))
}

function startPage() {
  const ticked = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('.is-new article :checked')) // while the script was on its way
  for (const element of pageElements) customElements.define(...element)
  beginTurns()
  for (const box of ticked) {
    box.checked = false
    box.click()
  }
}

function beginTurns() {
  if (!isOpening()) return
  const blocks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('article > *')])
  const ahead = blocks.findIndex(block => block.matches('h2'))
  const far = ahead < 0 ? [] : blocks.splice(ahead)
  for (const {style} of far) [style.contentVisibility, style.containIntrinsicBlockSize] = ['auto', GUESS]
  classList.add('is-started')
  /** @param {HTMLElement} [block] @param {boolean} [isFar] */
  const turn = (block, isFar) => {
    if (!block) return
    block.style.contentVisibility = block.style.containIntrinsicBlockSize = ''
    for (const [element, start] of laterParts) if (block.contains(element) && laterParts.delete(element)) start(isFar)
  }
  const goOn = () => {
    if (far.length) setTimeout(goOn) // first of all: what fails takes nothing else with it
    else classList.remove('is-opening')
    const end = performance.now() + TURN_MS
    for (let count = 0; count < TURN_BLOCKS && performance.now() < end; count += 1) turn(far.shift(), true)
  }
  requestAnimationFrame(() => setTimeout(goOn))
  blocks.forEach(block => turn(block))
  while (far.length && (document.hidden || far[0].getBoundingClientRect().top < innerHeight)) turn(far.shift())
}
