// @ts-check
/**
 * The form for a third party of the reader's own. Loaded when the page stands.
 * It imports nothing: what it needs is on the page already, and comes as its argument.
 */

/**
 * @param {object} page
 * @param {typeof import('../store.js').store} page.store
 * @param {typeof import('../plan/plan.js').withValue} page.withValue
 * @param {(text: string) => string} page.problemOf - says what is wrong with a title; '' for nothing
 * @param {typeof import('./dom.js').make} page.make
 * @param {string} page.id - for the field
 */
export function partyForm({store, withValue, problemOf, make, id}) {
  const title = make('input', {id, type: 'text', autocomplete: 'off', maxlength: 200})
  const problem = make('p', {class: 'app-field__problem', id: `${id}-problem`, role: 'alert', hidden: true})
  title.setAttribute('aria-describedby', problem.id)
  const form = make('form', {class: 'app-fields'}, make('div', {class: 'app-field'}, make('label', {for: id}, 'Another third party'), title, problem), make('button', {class: 'app-button is-quiet'}, 'Add a third party'))
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    const text = title.value.trim()
    const says = text ? problemOf(text) : 'Enter the third party'
    problem.textContent = says
    problem.hidden = !says
    title.setAttribute('aria-invalid', String(Boolean(says)))
    if (says) return title.focus()
    const party = `own-${crypto.randomUUID()}`
    store.change((plan, stamp) => withValue(withValue(plan, `parties/${party}/title`, text, stamp), `parties/${party}/state`, 'not-asked', stamp))
    title.value = ''
    title.focus()
  })
  return form
}
