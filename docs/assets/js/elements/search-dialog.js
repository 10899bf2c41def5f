// @ts-check
/** The search dialog. The theme's search worker does the work; its messages are numbered. */
import {make, setText} from './dom.js'
import {ownWorker} from './own-worker.js'

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
const MOST = 12
const AROUND = 90
const BETWEEN = /[^\p{L}\p{N}]+/u
const COMMON = new Set('about after also been from have into must only other that their them then there they this were what when where which will with your'.split(' '))

/** @typedef {{location: string, title: string, text?: string, score?: number}} Hit */

/** @type {HTMLDialogElement | undefined} */
let dialog

/** @param {HTMLElement} site the element with the addresses of worker, index and site */
export function openSearch(site) {
  dialog ??= build(site)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input')?.select()
}

/** @param {HTMLElement} site @returns {HTMLDialogElement} */
function build(site) {
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
    make('p', {class: 'app-buttons'}, make('button', {type: 'button', class: 'app-button is-quiet', onclick: () => box.close()}, 'Close')),
  )
  site.append(box)
  start(site, input, (hits, pages) => {
    results.replaceChildren(...hits.slice(0, MOST).map(hit => result(hit, site.dataset.root ?? '', pages)))
    const more = hits.length > MOST ? `, the best ${MOST} are shown` : ''
    setText(count, !input.value.trim() ? '' : hits.length ? `${hits.length} found${more}` : 'Nothing found. Try another word.')
  }, says => setText(count, says))
  return box
}

/**
 * @param {HTMLElement} site @param {HTMLInputElement} input
 * @param {(hits: Hit[], pages: Map<string, string>) => void} show @param {(says: string) => void} say
 */
async function start(site, input, show, say) {
  const {worker: script = '', index = ''} = site.dataset
  try {
    const answer = await fetch(index)
    if (!answer.ok) throw new Error(String(answer.status))
    const found = await answer.json()
    const pages = new Map(found.docs.map((/** @type {Hit} */ {location, title}) => [location, title]))
    const worker = new Worker(ownWorker(script))
    let asked = ''
    const ask = (/** @type {string} */ words) => worker.postMessage({type: QUERY, data: asked = words})
    worker.onmessage = ({data}) => {
      if (data.type === READY) {
        input.addEventListener('input', () => ask(allOf(input.value)))
        ask(allOf(input.value))
      } else if (data.type === RESULT) {
        const hits = data.data.items.flat().filter((/** @type {Hit} */ {score}) => score)
        if (hits.length || asked === input.value) show(best(hits, input.value), pages)
        else ask(input.value)
      }
    }
    worker.postMessage({type: SETUP, data: {...found, options: {suggest: false}}})
  } catch {
    say('The search could not be loaded. Check your connection and open it again.')
  }
}

/** Ask for sections that have every word that matters; without one, the worker takes any of them. @param {string} words */
function allOf(words) {
  const asked = words.toLowerCase().split(BETWEEN).filter(word => word.length > 3 && !COMMON.has(word))
  return asked.length > 1 ? asked.map(word => `+${word}*`).join(' ') : words
}

/** The words as they were typed come first, in a title before a text. @param {Hit[]} hits @param {string} words */
function best(hits, words) {
  const bare = (/** @type {string} */ text) => ` ${text.replace(/<[^>]*>/g, '').toLowerCase().split(BETWEEN).filter(Boolean).join(' ')}`
  const typed = bare(words)
  const rank = (/** @type {Hit} */ {title, text = ''}) => [bare(text).includes(typed), bare(title).includes(typed), bare(title) === typed].lastIndexOf(true)
  return hits.sort((a, b) => rank(b) - rank(a) || (b.score ?? 0) - (a.score ?? 0))
}

/** A hit, with its page when it is a section of one. @param {Hit} hit @param {string} root @param {Map<string, string>} pages */
function result({location, title, text = ''}, root, pages) {
  const link = make('a', {href: `${root}/${location}`}, ...marked(title))
  link.addEventListener('click', () => dialog?.close())
  const [page, section] = location.split('#')
  const where = section && page ? [make('small', {}, ` in ${pages.get(page)}`)] : []
  return make('li', {}, link, ...where, make('p', {}, ...marked(excerpt(text))))
}

/** The part of a text with the most marked words. @param {string} text */
function excerpt(text) {
  const plain = text.replace(/\bDetails(?=Done when:)/g, '').replace(/<(?!\/?mark\b)[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
  const marks = [...plain.matchAll(/<mark/g)].map(({index}) => index)
  const near = (/** @type {number} */ from) => marks.filter(mark => mark >= from && mark < from + 2 * AROUND).length
  const densest = marks.reduce((most, mark) => (near(mark) > near(most) ? mark : most), marks[0] ?? 0)
  const at = Math.max(0, densest - AROUND)
  const cut = plain.slice(at, at + 3 * AROUND).replace(/<[^>]*$/, '')
  return `${at ? '…' : ''}${cut}${at + 3 * AROUND < plain.length ? '…' : ''}`
}

/** Text with <mark> in it becomes nodes; all else in it stays text. @param {string} text @returns {(Node | string)[]} */
function marked(text) {
  return text.split(/(<mark[^>]*>.*?<\/mark>)/).filter(Boolean).map(part => {
    const bare = part.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => ENTITIES[name])
    return part.startsWith('<mark') ? make('mark', {}, bare) : bare
  })
}

/** @type {Record<string, string>} */
const ENTITIES = {lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'"}
