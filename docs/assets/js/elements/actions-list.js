// @ts-check
/**
 * The list of actions, by phase, with the form that adds one and the ways to carry it off.
 * Loaded on demand, so it gets the store and the fields of the page and imports neither.
 */
import {inWords} from '../plan/dates.js'
import {tickState, valueAt, withValue} from '../plan/plan.js'
import {actionForm} from './action-form.js'
import {button, make, setText, whenPainted} from './dom.js'

/** @typedef {{store: typeof import('../store.js').store, field: typeof import('./field.js').field, fieldsOnOpen: typeof import('./field.js').fieldsOnOpen, loadCatalogue: typeof import('../catalogue.js').loadCatalogue, subscribeDates: typeof import('./dates-source.js').subscribeDates}} Page */
/**
 * @typedef {{id: string, title: string, phase: string, owner: string, due: string, suggested: string, status: string, kind: 'task' | 'own' | 'gone', done?: boolean, href?: string}} Action
 *   due: as somebody chose it; suggested: as the rule of the task has it, once there is a Go Live date
 * @typedef {Pick<Action, 'id' | 'title' | 'phase' | 'kind'>} Elsewhere a task of the plan that has no row on this page
 * @typedef {{row: HTMLElement, refresh: (action: Action) => void}} Row
 */

const REST_MS = 500
const LATEST_MS = 1000 // the dates of the rules come first, so that no row grows when they come; without them the list begins
const NO_ONE = 'No one yet'
const COLUMNS = ['Action', 'Owner', 'Target date', 'Status']
const STATUS_WORDS = new Map([['', 'Not started'], ['in-progress', 'In progress'], ['blocked', 'Blocked']])

/** @type {Page['store']} */
let store
/** @type {Page} */
let page
/** The date that the rule of a task gives, or ''. @type {(id: string) => string} */
let ruledDue = () => ''

/** @param {HTMLElement} element @param {Page} given @param {AbortController} connection */
export function startActions(element, given, connection) {
  page = given
  store = given.store
  const phases = phasesOfPage()
  const people = make('datalist', {id: 'people'})
  const count = make('p', {class: 'app-checklist__count'})
  const removed = make('p', {tabindex: '-1'})
  const place = make('div')
  const groups = async () => byPhase(allActions(await tasksElsewhere()), phases)
  const draw = tableIn(place, phases, id => sayRemoved(removed, id))
  let named = ''
  /** @type {Elsewhere[]} */
  let elsewhere = []
  const show = () => {
    const all = names()
    if (String(all) !== named) people.replaceChildren(...all.map(name => make('option', {value: name})))
    named = String(all)
    const actions = allActions(elsewhere)
    const open = actions.filter(({done, kind}) => !done && kind !== 'gone')
    const ready = open.filter(({owner, due, suggested}) => owner && (due || suggested))
    setText(count, open.length ? `${open.length} open, ${ready.length} with an owner and a date` : 'Nothing is open')
    draw(actions)
  }
  const update = () => {
    if (!isBegun) return
    show()
    tasksElsewhere().then(found => {
      if (idsOf(found) === idsOf(elsewhere)) return
      elsewhere = found
      show()
    })
  }
  let isBegun = false
  const begin = () => {
    if (isBegun || connection.signal.aborted) return
    isBegun = true
    element.replaceChildren(count, actionForm(store, phases), outputs(groups), removed, place, people)
    update()
    keepRoom(element, connection.signal)
  }
  store.subscribe(whenPainted(() => connection.signal.aborted || update()), connection)
  let ruled = ''
  page.subscribeDates(outlook => {
    ruledDue = id => outlook?.dueOf(id) ?? ''
    const all = String(pageTasks().map(row => ruledDue(row.dataset.task ?? '')))
    if (all !== ruled) update()
    ruled = all
    if (outlook) begin()
  }, connection)
  if (valueAt(store.plan, 'goLive')) setTimeout(begin, LATEST_MS)
  else begin()
}

/**
 * Keep the room that was there before a reload until the list rests. Then note how high it is, for the next reload at the
 * foot of the page: a note takes the browser milliseconds.
 * @param {HTMLElement} element @param {AbortSignal} signal
 */
function keepRoom(element, signal) {
  let waiting = 0
  const watch = new ResizeObserver(() => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      element.style.minHeight = ''
      history.replaceState({actionsHeight: element.offsetHeight}, '')
    }, REST_MS)
  })
  watch.observe(element)
  signal.addEventListener('abort', () => {
    watch.disconnect()
    clearTimeout(waiting)
  })
}

/** Say that an action is gone, with the way back. @param {HTMLElement} place @param {string} id */
function sayRemoved(place, id) {
  const undo = button('Undo', () => {
    store.change((plan, stamp) => withValue(plan, `actions/${id}/removed`, '', stamp))
    place.replaceChildren('It is back.')
    place.focus()
  }, 'is-link')
  const title = valueAt(store.plan, `actions/${id}/title`)
  place.replaceChildren(`Removed: ${title}. `, undo)
  place.focus()
}

/** The phases, from the journey that stands beside every page. @returns {[string, string][]} */
function phasesOfPage() {
  const stations = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#journey [data-phase]')])
  return stations.map(station => [station.dataset.phase ?? '', station.querySelector('a')?.firstChild?.textContent ?? ''])
}

/** Everyone who is named in the plan, to choose owners from. */
function names() {
  const plan = store.plan
  const own = Object.keys(plan.people).filter(id => valueAt(plan, `people/${id}/removed`) !== 'yes').map(id => valueAt(plan, `people/${id}/name`))
  const seats = Object.keys(plan.seats).map(id => valueAt(plan, `seats/${id}/name`))
  return [...new Set([...own, ...seats])].filter(Boolean)
}

const pageTasks = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.app-task[data-task]')])

/** Tasks of the plan that have no row on this page: of other phases, and what the guide no longer has. @returns {Promise<Elsewhere[]>} */
async function tasksElsewhere() {
  const here = new Set(pageTasks().map(row => row.dataset.task))
  const ids = Object.keys(store.plan.tasks).filter(id => !here.has(id))
  if (!ids.length) return []
  const {tasks, retired} = await page.loadCatalogue()
  return ids.map(id => {
    const [title, phase] = tasks[id] ?? [retired[id] ?? id, '']
    return {id, title, phase, kind: tasks[id] ? 'task' : 'gone'}
  })
}

const idsOf = (/** @type {Elsewhere[]} */ elsewhere) => elsewhere.map(({id}) => id).join()

/** Where the task stands: on the page of its phase. @param {Elsewhere} task */
function addressOf({id, phase}) {
  const link = document.querySelector(`#journey [data-phase="${phase}"] a`)
  return link instanceof HTMLAnchorElement ? `${link.href.replace(/#.*/, '')}#task-${id}` : ''
}

/** All of this page, the practice's own, and of other phases what somebody has taken on. @param {Elsewhere[]} elsewhere @returns {Action[]} */
function allActions(elsewhere) {
  const plan = store.plan
  // Records are read as they stand: of a full plan these are 2,000 fields at each tick, and a path for each takes time.
  const at = (/** @type {any} */ record, /** @type {string} */ name) => record?.[name]?.value ?? ''
  const rest = (/** @type {any} */ record) => ({
    owner: at(record, 'owner'),
    due: at(record, 'due'),
    suggested: '',
    status: at(record, 'state') === 'done' ? 'Done' : STATUS_WORDS.get(at(record, 'status')) ?? '',
  })
  /** @type {Action[]} */
  const tasks = pageTasks().filter(row => tickState(plan, row.dataset.task ?? '') === 'open').map(row => {
    const id = row.dataset.task ?? ''
    return {id, kind: 'task', title: row.querySelector('label')?.textContent ?? '', phase: row.closest('[data-phase]')?.getAttribute('data-phase') ?? '', ...rest(plan.tasks[id]), suggested: ruledDue(id)}
  })
  /** @type {Action[]} */
  const own = Object.entries(plan.actions).filter(([, record]) => !at(record, 'removed')).map(([id, record]) => (
    {id, kind: 'own', title: at(record, 'title'), phase: at(record, 'phase'), done: at(record, 'state') === 'done', ...rest(record)}
  ))
  const isTaken = (/** @type {string} */ id) => tickState(plan, id) === 'open' && ['owner', 'due', 'status'].some(name => at(plan.tasks[id], name))
  const others = elsewhere.filter(({id, kind}) => plan.tasks[id] && (kind === 'gone' || isTaken(id)))
  return [...tasks, ...own, ...others.map(task => ({...task, ...rest(plan.tasks[task.id]), suggested: ruledDue(task.id), href: addressOf(task)}))]
}

/** @param {Action[]} actions @param {[string, string][]} phases @returns {[string, Action[]][]} */
export function byPhase(actions, phases) {
  const open = actions.filter(({done, kind}) => !done && kind !== 'gone')
  const known = new Set(phases.map(([id]) => id))
  /** @type {[string, Action[]][]} */
  const groups = [
    ...phases.map(([id, title]) => /** @type {[string, Action[]]} */ ([title, open.filter(action => action.phase === id)])),
    ['Any time', open.filter(action => !known.has(action.phase))],
    ['No longer in the guide', actions.filter(({kind}) => kind === 'gone')],
    ['Your own actions that are done', actions.filter(({done}) => done)],
  ]
  return groups.filter(([, group]) => group.length)
}

/**
 * Draws the table. Rows and groups stay the same elements, and only what has another place moves:
 * an open one stays open, and one tick of many lays out little.
 * @param {HTMLElement} place @param {[string, string][]} phases @param {(id: string) => void} onRemoved
 */
function tableIn(place, phases, onRemoved) {
  /** @type {Map<string, Row>} */
  const rows = new Map()
  /** @type {Map<string, HTMLElement>} by title */
  const bodies = new Map()
  const heads = [
    make('caption', {class: 'app-hidden'}, 'Your actions'),
    make('thead', {}, make('tr', {}, ...COLUMNS.map(title => make('th', {scope: 'col'}, title)))),
  ]
  const table = make('table', {class: 'app-actions'})
  return (/** @type {Action[]} */ actions) => {
    for (const action of actions) {
      if (!rows.has(action.id)) rows.set(action.id, action.kind === 'own' ? actionRow(action.id, phases, onRemoved) : taskRow(action))
      rows.get(action.id)?.refresh(action)
    }
    const groups = byPhase(actions, phases)
    for (const [title, group] of groups) {
      const body = bodies.get(title) ?? make('tbody', {}, make('tr', {}, make('th', {scope: 'rowgroup', colspan: String(COLUMNS.length), class: 'app-actions__phase'}, title)))
      bodies.set(title, body)
      arrange(body, [/** @type {Element} */ (body.firstElementChild), ...group.flatMap(({id}) => rows.get(id)?.row ?? [])])
    }
    arrange(table, [...heads, ...groups.flatMap(([title]) => bodies.get(title) ?? [])])
    arrange(place, groups.length ? [table] : [])
  }
}

/** Let an element have these children, in this order; what is in its place already is not touched. @param {Element} parent @param {Element[]} children */
function arrange(parent, children) {
  const wanted = new Set(children)
  const gone = [...parent.children].filter(child => !wanted.has(child))
  gone.forEach(child => child.remove())
  const focused = document.activeElement
  let at = parent.firstElementChild
  for (const child of children) {
    if (child === at) at = at.nextElementSibling
    else parent.insertBefore(child, at)
  }
  if (focused instanceof HTMLElement && focused !== document.activeElement && parent.contains(focused)) focused.focus()
}

/** "Tue 9 March, suggested", '' without a date. @param {Action} action @param {'brief' | 'short'} form */
export const dateOf = ({due, suggested}, form) => due ? inWords(due, form) : suggested && `${inWords(suggested, form)}, suggested`

/** The cells of owner, date and status, and how to show an action in them. */
function cells() {
  const [owner, due, status] = COLUMNS.slice(1).map(label => make('td', {'data-label': label}))
  return {
    all: [owner, due, status],
    show(/** @type {Action} */ action) {
      setText(owner, action.owner || NO_ONE)
      setText(due, dateOf(action, 'brief') || 'No date yet')
      setText(status, action.status)
    },
  }
}

/** @param {Action} action @returns {Row} */
function taskRow({id, title, kind, href = `#task-${id}`}) {
  const {all, show} = cells()
  const name = kind === 'gone' ? title : make('a', {href}, title)
  return {row: make('tr', {}, make('th', {scope: 'row'}, name), ...all), refresh: show}
}

/** @param {string} id @param {[string, string][]} phases @param {(id: string) => void} onRemoved @returns {Row} */
function actionRow(id, phases, onRemoved) {
  const {all, show} = cells()
  const at = (/** @type {string} */ name) => `actions/${id}/${name}`
  const set = (/** @type {string} */ name, /** @type {string} */ value) => store.change((plan, stamp) => withValue(plan, at(name), value, stamp))
  const box = make('input', {type: 'checkbox', onchange: () => set('state', box.checked ? 'done' : 'open')})
  const name = make('span')
  const hidden = make('span', {class: 'app-hidden'})
  const details = make('details', {}, make('summary', {}, 'Details', hidden))
  const refreshFields = page.fieldsOnOpen(details, 'actionFields', id, phases, onRemoved)
  const row = make('tr', {}, make('th', {scope: 'row'}, make('label', {class: 'app-tick'}, box, name), details), ...all)
  return {
    row,
    refresh(action) {
      box.checked = Boolean(action.done)
      setText(name, action.title)
      setText(hidden, `: ${action.title}`)
      show(action)
      refreshFields()
    },
  }
}

/** @param {() => Promise<[string, Action[]][]>} groups */
function outputs(groups) {
  const said = make('p', {role: 'status', class: 'app-field__hint'})
  const shown = make('div')
  const copy = (/** @type {'copyEmail' | 'copyTable'} */ which) => async () => {
    const copies = await import('./action-copies.js')
    setText(said, await copies[which](await groups(), store.plan, shown))
  }
  return make(
    'div',
    {},
    make('div', {class: 'app-buttons'},
      button('Copy for an e-mail', copy('copyEmail')),
      button('Copy table', copy('copyTable'), 'is-quiet'),
      button('Print your actions', printActions, 'is-quiet')),
    said,
    shown,
  )
}

function printActions() {
  const root = document.documentElement.classList
  root.add('is-printing-actions')
  addEventListener('afterprint', () => root.remove('is-printing-actions'), {once: true})
  print()
}
