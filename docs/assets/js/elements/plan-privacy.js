// @ts-check
import {fileName, toFile} from '../exports/planfile.js'
import {withoutPersonal} from '../plan/sharing.js'
import {store} from '../store.js'
import {button, downloadFile, localDay, make} from './dom.js'
import {keepOffline, offlineState, stopOffline} from './offline.js'
import {removeEverything, removePeople} from './plan-shelf.js'

/**
 * <plan-privacy> shares a plan without people, removes people or everything, and keeps pages for when there is no network.
 * Which of these stands in data-part, written by macros/render/files.py. Without JavaScript: one sentence.
 */
export class PlanPrivacyElement extends HTMLElement {
  connectedCallback() {
    const said = make('p', {tabindex: '-1', class: 'app-said'}) // the focus goes there, which is how it is told
    const tell = (/** @type {string} */ words) => {
      said.textContent = words
      said.focus()
    }
    const build = PRIVACY_PARTS[/** @type {keyof typeof PRIVACY_PARTS} */ (this.dataset.part)]
    this.replaceChildren(build(tell), said)
  }
}

/** @typedef {(words: string) => void} Tell */

const PRIVACY_PARTS = {
  share: (/** @type {Tell} */ tell) => button('Share without personal details', () => {
    if (store.isEmpty) return tell('There is no plan in this browser yet.')
    const copy = withoutPersonal(store.plan, crypto.randomUUID())
    downloadFile(fileName(copy, localDay(), '_to-share'), toFile(copy, {savedAt: Date.now()}))
    tell('Saved for sharing. Titles and reasons are in it as you typed them: read them before you send it.')
  }, 'is-quiet'),

  people: (/** @type {Tell} */ tell) => asked('Remove names, phones and leave', 'Remove names, phones and leave?',
    'It is done in every plan of this browser. Notes, reasons and events stay: read them afterwards. Saved files and other browsers keep what they have.', () => {
      const kept = removePeople(store)
      tell(`Names, phones, leave and who changed what are removed from the plans of this browser. ${kept}`.trim())
    }),

  all: (/** @type {Tell} */ tell) => asked('Remove everything from this browser', 'Remove every plan from this browser?',
    'It cannot be undone. Files that you saved stay where they are.', async () => {
      await stopOffline(store)
      removeEverything(store)
      tell('Everything that this site kept in this browser is removed.')
    }),

  offline: (/** @type {Tell} */ tell) => {
    const line = make('p')
    const change = button('', async () => {
      const isOn = await offlineState(store) !== 'off'
      await (isOn ? stopOffline(store) : keepOffline(store))
      tell(isOn ? 'Pages are no longer kept. They need a network now.' : 'Pages are kept again, from the next page on.')
      await show()
    }, 'is-quiet')
    const show = async () => {
      const state = await offlineState(store)
      line.textContent = OFFLINE_WORDS[state]
      change.textContent = state === 'off' ? 'Keep pages for when there is no network' : 'Do not keep pages'
      change.hidden = state === 'none'
    }
    show()
    return make('div', {}, line, change)
  },
}

const OFFLINE_WORDS = {
  none: 'This browser or this copy of the guide does not keep pages.',
  off: 'Off. Pages need a network.',
  soon: 'On. Pages will be kept after a moment on any page.',
  on: 'On. The whole guide works without a network.',
}

/** A button that asks first. @param {string} does @param {string} question @param {string} words @param {() => void} work */
function asked(does, question, words, work) {
  const place = make('div', {class: 'app-buttons'})
  const rest = () => place.replaceChildren(first)
  const first = button(does, () => {
    const yes = button(`Yes, ${does[0].toLowerCase()}${does.slice(1)}`, () => {
      rest()
      work()
    })
    place.replaceChildren(make('p', {role: 'alert'}, make('b', {}, question), ` ${words}`), yes, button('Cancel', () => {
      rest()
      first.focus()
    }, 'is-quiet'))
    yes.focus()
  }, 'is-quiet')
  rest()
  return place
}
