// @ts-check
/** The sentence that says how the dates stand, above what comes next or what needs the reader. */
import {CAUTION, inWords, weeksToGo} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'
import {store} from '../store.js'
import {localDay, make, setText} from './dom.js'

const ENTER = 'Enter a Go Live date. Every milestone and every notice follows from it.'

/**
 * Put the sentence, the caution and a list at the top of an element; say what is known before the dates are.
 * @param {HTMLElement} element
 * @param {HTMLElement} list
 * @returns {(outlook: import('../plan/outlook.js').Outlook | undefined) => void} says how it stands
 */
export function startSentence(element, list) {
  const says = make('p', {class: 'app-say', 'aria-live': 'polite'})
  const caution = make('p', {class: 'app-field__hint'}, CAUTION)
  element.prepend(says, caution, list)
  list.hidden = caution.hidden = !valueAt(store.plan, 'goLive')
  setText(says, list.hidden ? ENTER : standingWords())
  return outlook => {
    caution.hidden = !outlook
    setText(says, outlook ? outlook.says : ENTER)
  }
}

function standingWords() {
  const date = valueAt(store.plan, 'goLive')
  return `Go Live ${date < localDay() ? 'was' : 'is'} ${inWords(date)}: ${weeksToGo(localDay(), date)}.`
}
