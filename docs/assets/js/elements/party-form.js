// @ts-check
/**
 * The forms for what is the reader's own: a third party, a seat of the team. Loaded when the page stands.
 * It imports nothing: what it needs is on the page already, and comes as its argument.
 */
/**
 * @typedef {object} Page
 * @property {typeof import('../store.js').store} store
 * @property {typeof import('../plan/plan.js').valueAt} valueAt
 * @property {typeof import('../plan/plan.js').withValue} withValue
 * @property {typeof import('./dom.js').make} make
 * @property {(text: string) => string} problemOf - says what is wrong with a title; '' for nothing
 */

/** @param {Page} page @returns {HTMLElement} */
export function partyForm(page) {
  const {store, withValue} = page
  return ownForm(page, 'third party', 'Another third party', title => {
    const party = `parties/own-${crypto.randomUUID()}`
    store.change((plan, stamp) => withValue(withValue(plan, `${party}/title`, title, stamp), `${party}/state`, 'not-asked', stamp))
  })
}

/**
 * A practice with branches, or with a team of another kind, has seats that the guide does not know.
 * What the details of a seat hold is repeated in its last cell, for paper.
 * @param {HTMLTableSectionElement} body - of the table of seats
 * @param {Page & {fill: (row: HTMLTableRowElement) => void, setText: typeof import('./dom.js').setText, connection: AbortController}} page - fill puts the fields into a row
 */
export function ownSeats(body, page) {
  const {store, valueAt, withValue, make, setText, fill, connection} = page
  /** @type {Map<string, HTMLElement>} */
  const rows = new Map()
  /** @param {HTMLElement} row */
  const restOf = row => ['organisation', 'contact'].map(part => valueAt(store.plan, `seats/${row.dataset.seat}/${part}`)).filter(Boolean).join(', ')
  const set = (/** @type {string} */ path, /** @type {string} */ value) => store.change((plan, stamp) => withValue(plan, path, value, stamp))
  const show = () => {
    const own = Object.keys(store.plan.seats).filter(id => valueAt(store.plan, `seats/${id}/title`) && !valueAt(store.plan, `seats/${id}/removed`))
    for (const [id, row] of rows) if (!own.includes(id) && rows.delete(id)) row.remove()
    for (const id of own.filter(one => !rows.has(one))) {
      const title = valueAt(store.plan, `seats/${id}/title`)
      const remove = make('button', {'type': 'button', 'class': 'app-button is-link app-screen', 'aria-label': `Remove the seat: ${title}`, 'onclick': () => set(`seats/${id}/removed`, 'yes')}, 'Remove')
      const row = make('tr', {'data-seat': id}, make('th', {scope: 'row'}, title, make('small', {}, remove)))
      rows.set(id, row)
      body.append(row)
      fill(row)
    }
    for (const row of body.rows) setText(row.cells[3] ?? row.insertCell(), restOf(row)) // for paper
  }
  body.closest('plan-fields')?.classList.add('is-whole')
  body.closest('table')?.after(make('div', {class: 'app-party-form'}, ownForm(page, 'seat', 'Another seat, such as one for a branch', title => set(`seats/own-${crypto.randomUUID()}/title`, title))))
  show()
  store.subscribe(show, connection)
}

/** @param {Page} page @param {string} what @param {string} label @param {(title: string) => void} add @returns {HTMLFormElement} */
function ownForm({make, problemOf}, what, label, add) {
  const id = `own-${what.replace(' ', '-')}`
  const title = make('input', {id, type: 'text', autocomplete: 'off', maxlength: 200})
  const problem = make('p', {class: 'app-field__problem', id: `${id}-problem`, role: 'alert', hidden: true})
  title.setAttribute('aria-describedby', problem.id)
  const form = make('form', {class: 'app-fields'}, make('div', {class: 'app-field'}, make('label', {for: id}, label), title, problem), make('button', {class: 'app-button is-quiet'}, `Add a ${what}`))
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    const text = title.value.trim()
    const says = text ? problemOf(text) : `Enter the ${what}`
    problem.textContent = says
    problem.hidden = !says
    title.setAttribute('aria-invalid', String(Boolean(says)))
    if (says) return title.focus()
    add(text)
    title.value = ''
    title.focus()
  })
  return form
}
