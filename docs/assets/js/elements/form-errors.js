// @ts-check
/**
 * What is wrong with a form that was sent: a summary above it that takes the focus and leads to each field,
 * and the same words beside the field. It imports no store, so that what is loaded on demand can use it.
 */
import {freshId, make} from './dom.js'

/** @typedef {[input: HTMLElement, says: string]} Fault */

/**
 * @param {HTMLElement} form its fields are inputs with an id
 * @returns {(faults: Fault[]) => boolean} shows these and no others; says whether there are any
 */
export function formErrors(form) {
  const title = make('p', {id: freshId()}, make('b', {}, 'There is a problem'))
  const list = make('ul')
  const summary = make('div', {class: 'app-summary', role: 'group', tabindex: '-1', 'aria-labelledby': title.id, hidden: true}, title, list)
  form.prepend(summary)
  /** @type {(() => void)[]} */
  let shown = []
  return faults => {
    shown.forEach(remove => remove())
    shown = faults.map(([input, says]) => beside(input, says))
    list.replaceChildren(...faults.map(([input, says]) => make('li', {}, wayTo(input, says))))
    summary.hidden = !faults.length
    if (faults.length) summary.focus()
    return faults.length > 0
  }
}

/** @param {HTMLElement} input @param {string} says */
function wayTo(input, says) {
  const to = make('a', {href: `#${input.id}`}, says)
  to.addEventListener('click', (/** @type {Event} */ event) => {
    event.preventDefault()
    input.focus()
  })
  return to
}

/** @param {HTMLElement} input @param {string} says @returns {() => void} takes it away */
function beside(input, says) {
  const field = input.closest('.app-field')
  if (field?.querySelector('.app-field__problem:not([hidden])')) return () => {} // the field itself says it
  const words = make('p', {class: 'app-field__problem', id: freshId()}, make('span', {class: 'app-hidden'}, 'Error: '), says)
  const described = input.getAttribute('aria-describedby')
  field?.classList.add('is-wrong')
  field?.append(words)
  input.setAttribute('aria-invalid', 'true')
  input.setAttribute('aria-describedby', [described, words.id].filter(Boolean).join(' '))
  return () => {
    words.remove()
    field?.classList.remove('is-wrong')
    input.removeAttribute('aria-invalid')
    if (described) input.setAttribute('aria-describedby', described)
    else input.removeAttribute('aria-describedby')
  }
}
