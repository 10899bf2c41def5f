// @ts-check
/** The search dialog. It fetches all words once, and then the texts of the pages that were found. */
import {askedFor, asTyped, excerpt, find, pieces, readWords} from '../finding.js'
import {make, setText} from './dom.js'

const MOST = 12
const PAUSE_MS = 150 // between letters nothing is fetched
const FAILED = 'The search could not be loaded. Check your connection and open it again.'

/** @typedef {import('../finding.js').Index} Index */
/** @typedef {import('../finding.js').Section} Section */
/** @typedef {Record<string, string>} Texts */

/** @type {HTMLDialogElement | undefined} */
let dialog

/** @param {HTMLElement} site the element with the address of the site @param {Promise<Response | void>} words asked for already */
export function openDialog(site, words) {
  dialog ??= build(site, words)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input')?.select()
}

/** @param {HTMLElement} site @param {Promise<Response | void>} words @returns {HTMLDialogElement} */
function build(site, words) {
  const input = make('input', {id: 'search-words', type: 'search', autocomplete: 'off', 'aria-describedby': 'search-count'})
  const count = make('p', {id: 'search-count', role: 'status'})
  const results = make('ol', {class: 'app-results'})
  const box = make(
    'dialog',
    {'aria-labelledby': 'search-title'},
    make('h2', {id: 'search-title'}, 'Search the guide'),
    make('label', {for: 'search-words', class: 'app-hidden'}, 'Words to look for'),
    input,
    count,
    results,
    make('p', {class: 'app-buttons'}, make('button', {type: 'button', class: 'app-button is-quiet', onclick: () => box.close()}, 'Close'), make('span', {class: 'app-field__hint'}, 'Ctrl and K opens the search on any page.')),
  )
  site.append(box)
  start(site.dataset.root ?? '.', words, input, (found, shown) => {
    results.replaceChildren(...shown)
    const more = found > shown.length ? `, the best ${shown.length} are shown` : ''
    setText(count, !input.value.trim() ? '' : found ? `${found} found${more}` : 'Nothing found. Try another word.')
  }).catch(() => {
    setText(count, FAILED)
    box.addEventListener('close', () => { // opened again, it asks again
      box.remove()
      dialog = undefined
    })
  })
  return box
}

/** What was asked for and never came is asked for once more. @param {string} root @param {Promise<Response | void>} words @param {HTMLInputElement} input @param {(found: number, shown: Node[]) => void} show */
async function start(root, words, input, show) {
  const came = await words
  const index = readWords(await readOf(came?.ok && !came.bodyUsed ? came : await fetch(`${root}/search/words.json`)))
  /** @type {Map<string, Texts>} */
  const texts = new Map()
  const search = () => look({index, texts, root, input, show})
  input.addEventListener('input', search)
  search()
}

/**
 * One word is answered at once, and its texts follow in their places. Several wait for the texts:
 * only these know whether the words stand together, and what is shown must not change places.
 * @param {{index: Index, texts: Map<string, Texts>, root: string, input: HTMLInputElement, show: (found: number, shown: Node[]) => void}} search
 */
async function look({index, texts, root, input, show}) {
  const typed = input.value
  const words = askedFor(index, typed)
  const all = find(index, typed)
  const best = all.slice(0, MOST)
  const textOf = (/** @type {Section} */ {page, anchor}) => texts.get(page)?.[anchor] ?? ''
  const list = () => {
    const shown = asTyped(best, typed, words.length < 2 ? () => '' : textOf).map(section => ({section, item: result(root, section, words)}))
    show(all.length, shown.map(({item}) => item))
    return () => shown.forEach(({section, item}) => item.lastChild.replaceChildren(...marked(excerpt(textOf(section), words), words)))
  }
  const missing = [...new Set(best.map(({page}) => page))].filter(page => !texts.has(page))
  const fill = missing.length && words.length > 1 ? undefined : list()
  if (missing.length) await new Promise(done => setTimeout(done, PAUSE_MS))
  if (input.value !== typed) return
  const take = async (/** @type {string} */ page) => texts.set(page, await readOf(await fetch(`${root}/search/${page}texts.json`)))
  await Promise.allSettled(missing.map(take))
  if (input.value === typed) (fill ?? list())()
}

/** @param {Response | void} answer */
async function readOf(answer) {
  if (!answer?.ok) throw new Error(FAILED)
  return answer.json()
}

/** A hit, with its page when it is a section of one; the text comes later. @param {string} root @param {Section} section @param {string[]} words */
function result(root, {page, anchor, title, of}, words) {
  const link = make('a', {href: `${root}/${page}${anchor && '#'}${anchor}`}, ...marked(title, words))
  link.addEventListener('click', () => dialog?.close())
  return make('li', {}, link, ...(of && page ? [make('small', {}, ` in ${of}`)] : []), make('p'))
}

/** @param {string} text @param {string[]} words @returns {(Node | string)[]} */
function marked(text, words) {
  return pieces(text, words).map(([piece, isAsked]) => (isAsked ? make('mark', {}, piece) : piece))
}
