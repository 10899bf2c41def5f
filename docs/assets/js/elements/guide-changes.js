// @ts-check
import {tickState} from '../plan/plan.js'
import {noLongerInGuide} from '../plan/guide.js'
import {store} from '../store.js'
import {button, make} from './dom.js'
import {carryRenames, loadNames, newsFor, noteSeen, siteRoot} from './guide-news.js'

const MOST_SHOWN = 20

/**
 * <guide-changes> says what is new and changed in the guide since the plan was opened, and what it no longer has.
 * Wraps the sentence of macros/render/files.py. Without JavaScript: that sentence.
 */
export class GuideChangesElement extends HTMLElement {
  #connection = new AbortController()

  async connectedCallback() {
    this.#connection = new AbortController()
    try {
      const names = await loadNames()
      carryRenames(store, names)
      const show = () => this.replaceChildren(...news(names, show), ...gone(names))
      store.subscribe(show, this.#connection)
      show()
    } catch {
      this.replaceChildren(make('p', {}, 'What changed in the guide could not be fetched. Nothing of your plan is lost.'))
    }
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {import('../exports/changes.js').Names} names @param {() => void} show */
function news(names, show) {
  if (store.isEmpty) return [make('p', {}, 'There is no plan in this browser yet.')]
  const found = Object.entries(newsFor(store, names))
  if (!found.length) return [make('p', {}, 'Nothing in the guide is new or changed since you last looked.')]
  const count = found.length === 1 ? '1 task is new or changed.' : `${found.length} tasks are new or changed.`
  return [
    make('p', {}, `${count} Nothing was unticked, and no agreed date moved.`),
    make('details', {open: found.length <= MOST_SHOWN}, make('summary', {}, 'What is new and what changed'), make('ul', {}, ...found.map(([id, words]) => make('li', {}, make('a', {href: `${siteRoot()}${names.homes[id]}#task-${id}`}, names.tasks[id][0]), `: ${words.toLowerCase()}.`)))),
    button('I have seen these', () => {
      noteSeen(store, names)
      show()
    }, 'is-quiet'),
  ]
}

/** @param {import('../exports/changes.js').Names} names */
function gone(names) {
  const ids = noLongerInGuide(store.plan, names)
  if (!ids.length) return []
  const states = {open: 'not done', done: 'done', na: 'not applicable'}
  return [
    make('h3', {}, 'No longer in the guide'),
    make('p', {}, 'These stay in your plan and in each copy of it.'),
    make('ul', {}, ...ids.map(id => {
      const notes = store.plan.tasks[id].notes?.value ?? ''
      return make('li', {}, [names.retired[id] ?? id, states[tickState(store.plan, id)], notes].filter(Boolean).join(': '))
    })),
  ]
}
