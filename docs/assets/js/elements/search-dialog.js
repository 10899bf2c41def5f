// @ts-check
/** The search dialog. The theme's search worker does the work; its messages are numbered. */
import {make, setText} from './dom.js'

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
const MOST = 12
const AROUND = 90

/** @typedef {{location: string, title: string, text?: string}} Hit */

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
  start(site, input, hits => {
    results.replaceChildren(...hits.slice(0, MOST).map(hit => result(hit, site.dataset.root ?? '')))
    setText(count, !input.value.trim() ? '' : hits.length ? `${hits.length} found` : 'Nothing found. Try another word.')
  }, says => setText(count, says))
  return box
}

/**
 * @param {HTMLElement} site @param {HTMLInputElement} input
 * @param {(hits: Hit[]) => void} show @param {(says: string) => void} say
 */
async function start(site, input, show, say) {
  const {worker: script = '', index = ''} = site.dataset
  try {
    const answer = await fetch(index)
    if (!answer.ok) throw new Error(String(answer.status))
    const worker = new Worker(script)
    const ask = () => worker.postMessage({type: QUERY, data: input.value})
    worker.onmessage = ({data}) => {
      if (data.type === READY) {
        input.addEventListener('input', ask)
        ask()
      } else if (data.type === RESULT) show(data.data.items.flat())
    }
    worker.postMessage({type: SETUP, data: {...(await answer.json()), options: {suggest: false}}})
  } catch {
    say('The search could not be loaded. Check your connection and open it again.')
  }
}

/** @param {Hit} hit @param {string} root */
function result({location, title, text = ''}, root) {
  const link = make('a', {href: `${root}/${location}`}, ...marked(title))
  link.addEventListener('click', () => dialog?.close())
  return make('li', {}, link, make('p', {}, ...marked(excerpt(text))))
}

/** The part of a text around its first marked word. @param {string} text */
function excerpt(text) {
  const plain = text.replace(/<(?!\/?mark\b)[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
  const at = Math.max(0, plain.indexOf('<mark') - AROUND)
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
