// @ts-check
import {store} from '../store.js'
import {button, make, setText} from './dom.js'

const CANNOT = 'This browser cannot keep a file open. Save a copy, and merge the copies of others.'
const KIND = [{description: 'Migration plan', accept: {'application/json': ['.json']}}]

/**
 * <shared-file> keeps the plan in one file that several people work on, for those who choose it.
 * Wraps the sentence of macros/render/files.py. Without JavaScript: that sentence; in a browser that keeps no file open, another.
 */
export class SharedFileElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    if (!('showOpenFilePicker' in window)) return this.replaceChildren(make('p', {}, CANNOT))
    const said = make('p', {role: 'status', class: 'app-said'}) // told by being there: the focus stays among the buttons
    const outcome = make('div')
    const buttons = make('div', {class: 'app-buttons'})
    const tell = (/** @type {string} */ says, isOver = true) => {
      setText(said, says)
      if (!isOver) return
      const focused = document.activeElement
      const isHere = buttons.contains(focused)
      buttons.replaceChildren(choose, create)
      if (isHere) (focused === create ? create : choose).focus()
    }
    const start = (/** @type {any} */ handle) => {
      this.#connection.abort()
      const connection = this.#connection = new AbortController()
      const stop = button('Stop', () => {
        connection.abort()
        tell(`${handle.name} is no longer kept up to date.`)
      }, 'is-quiet')
      buttons.replaceChildren(stop)
      stop.focus()
      follow(handle, (/** @type {any} */ {says, isOver = false}) => tell(says, isOver), connection)
    }
    const choose = button('Choose a shared file', () => picked(window => window.showOpenFilePicker({types: KIND}), tell, ([handle]) => look(handle, outcome, tell, start)), 'is-quiet')
    const create = button('Make a shared file', () => store.isEmpty ? tell('There is no plan in this browser yet.')
      : picked(window => window.showSaveFilePicker({types: KIND, suggestedName: 'migration-plan_shared.json'}), tell, start), 'is-quiet')
    buttons.append(choose, create)
    this.replaceChildren(buttons, said, outcome)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** Ask the browser for a file. @param {(window: any) => Promise<any>} ask @param {(says: string) => void} tell @param {(picked: any) => void} then */
async function picked(ask, tell, then) {
  try {
    then(await ask(window))
  } catch (/** @type {any} */ error) {
    tell(error.name === 'AbortError' ? 'No file was chosen.' : 'This browser does not allow it. Save a copy instead.')
  }
}

/**
 * Show what is in the file before anything is taken from it. It is kept up to date once its plan is the plan here.
 * @param {any} handle @param {HTMLElement} outcome @param {(says: string) => void} tell @param {(handle: any) => void} start
 */
async function look(handle, outcome, tell, start) {
  const {previewFile} = await import('./file-preview.js')
  const file = await handle.getFile().catch(() => undefined)
  if (!file) return tell(`${handle.name} cannot be read. Nothing was changed.`)
  await previewFile(file, outcome, store, (_, plan) => {
    if (plan.id === store.plan.id) start(handle)
    else tell(`${handle.name} holds another plan, so it is not kept up to date.`)
  })
}

/** @param {any} handle @param {(outcome: any) => void} tell @param {AbortController} connection */
async function follow(handle, tell, connection) {
  const {keepFile} = await import('./kept-file.js')
  await keepFile(handle, store, tell, connection)
}
