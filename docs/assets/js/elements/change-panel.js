// @ts-check
/**
 * A change of the dates, shown before it is made: what moves, what stays, who must be told again. Then Apply or Cancel, then Undo.
 * Nothing is changed before Apply, and what is shown is what Apply does.
 * Also loaded on demand, so it gets the store of the page and imports none.
 */
import {CAUTION, inWords} from '../plan/dates.js'
import {button, localDay, make, setText, whenPainted} from './dom.js'

/** @typedef {import('../plan/moves.js').Change} Change */
/** @typedef {Awaited<ReturnType<typeof tools>>} Tools */
/** @typedef {{note?: string, isChosen?: boolean}} How - note: what to know first; isChosen: in a list, where each arrow key chooses, so the focus stays there */

const tools = () => import('../plan/moves.js')

/**
 * A place for one change at a time.
 * @param {{store: typeof import('../store.js').store, loadPlanning: ReturnType<typeof import('./planning-facts.js').planningLoader>}} page
 * @returns {{root: HTMLElement, show: (title: string, change: Change, how?: How) => Promise<void>, move: (date: string) => Promise<void>, close: () => void, say: (words: string) => void, prepare: () => Promise<any>}}
 */
export function changePanel({store, loadPlanning}) {
  const prepare = () => Promise.all([loadPlanning(), tools()])
  const said = make('p', {role: 'status', class: 'app-field__hint'})
  const body = make('div')
  const root = make('div', {class: 'app-change'}, body, said)
  /** @type {HTMLElement | null} */
  let cameFrom = null
  const close = () => {
    if (!body.firstChild) return
    body.replaceChildren()
    if (cameFrom?.isConnected) cameFrom.focus()
    setText(said, 'Nothing was changed.')
  }
  /** @param {string} title @param {Change} change @param {How} [how] */
  const show = async (title, change, {note = '', isChosen = false} = {}) => {
    const [{data}, moves] = await prepare()
    const look = () => moves.previewOf(data, store.plan, localDay(), change)
    const [shown, preview] = [store.plan, look()]
    const heading = make('h3', {tabindex: '-1'}, `${title}?`)
    if (!body.firstChild) cameFrom = /** @type {HTMLElement | null} */ (document.activeElement)
    said.replaceChildren(...(isChosen ? [make('span', {class: 'app-hidden'}, `${preview.says} Nothing is changed yet.`)] : []))
    body.replaceChildren(heading, ...(note ? [make('p', {class: 'app-field__problem'}, note)] : []), ...previewParts(preview, moves), make('div', {class: 'app-buttons'},
      button('Apply', () => {
        if (store.plan === shown || JSON.stringify(look()) === JSON.stringify(preview)) apply(title, change, moves)
        else show(title, change, {note: 'The plan was changed meanwhile. Look at this again before you apply it.'})
      }),
      button('Cancel', close, 'is-quiet')))
    if (isChosen) heading.scrollIntoView({block: 'nearest'})
    else heading.focus()
  }
  /** The dates first: when this goes, all that is below it moves. Until then its buttons stay where the focus is, and do nothing more.
   * @param {string} title @param {Change} change @param {Tools} moves */
  const apply = (title, change, moves) => {
    const [back, heading] = [moves.undoOf(store.plan, change), body.firstChild]
    for (const one of body.querySelectorAll('button')) [one.onclick, one.ariaDisabled] = [null, 'true']
    store.change((plan, stamp) => moves.withChange(plan, change, stamp))
    whenPainted(() => {
      if (body.firstChild !== heading) return // another change is looked at already
      said.replaceChildren(`Done: ${title}. `, button('Undo', () => undo(back, moves), 'is-link'))
      said.querySelector('button')?.focus({preventScroll: true})
      body.replaceChildren()
      said.scrollIntoView({block: 'center'}) // what went was above it, and long
    })()
  }
  /** @param {Change} back @param {Tools} moves */
  const undo = (back, moves) => {
    store.change((plan, stamp) => moves.withChange(plan, back, stamp))
    const undone = make('p', {tabindex: '-1'}, 'Undone. Every date is as it was.')
    setText(said, '')
    body.replaceChildren(undone)
    undone.focus()
  }
  /** @param {string} date - another Go Live */
  const move = async date => {
    const {change, problem} = (await tools()).goLiveChange(store.plan, date)
    if (problem === undefined) return show(`Move Go Live to ${inWords(date)}`, change)
    body.replaceChildren()
    setText(said, problem)
  }
  return {root, show, move, prepare, close, say: words => setText(said, words)}
}

/** @param {ReturnType<Tools['previewOf']>} preview @param {Tools} moves */
function previewParts({says, moved, against, kept, isNew, tell, results}, {movedWords, resultsWords}) {
  const breaks = isNew.filter(one => !kept.some(({id}) => id === one.id))
  return [
    make('p', {}, make('b', {}, says), ' Nothing is changed yet.'),
    ...(against.length ? [make('p', {class: 'app-field__warn'}, against.join(' '))] : []),
    ...section('Tell them the new date', tell.map(({title, says: told}) => [`${title}.`, told])),
    ...section('Stays where it is', kept.map(({title, date, state, breaks: broken}) => [`${title}.`, `${state === 'agreed' ? 'Agreed' : 'Confirmed'} for ${inWords(date, 'short')}. ${broken || 'It keeps its limits.'}`])),
    ...section('Would not fit any more', breaks.map(one => ['', one.says])),
    make('p', {}, resultsWords(results)),
    make('details', {class: 'app-moves', open: moved.length <= 8}, make('summary', {}, 'Every date that moves'), movesTable(moved, movedWords)),
    make('p', {class: 'app-field__hint'}, CAUTION),
  ]
}

/** @param {string} title @param {string[][]} rows of a bold start and the rest */
function section(title, rows) {
  if (!rows.length) return []
  return [make('h4', {}, title), make('ul', {}, ...rows.map(([start, rest]) => make('li', {}, make('b', {}, start), ` ${rest}`)))]
}

/** @param {import('../plan/moves.js').Move[]} moved @param {(days: number) => string} movedWords */
function movesTable(moved, movedWords) {
  const head = make('tr', {}, ...['Milestone', 'Old date', 'New date', 'Moved by', 'Why'].map(words => make('th', {scope: 'col'}, words)))
  const cells = (/** @type {import('../plan/moves.js').Move} */ {from: old, to, date, days, why}) => [['Old date', old || 'Not in the plan'], ['New date', to ? make('time', {datetime: date}, to) : 'Leaves the plan'], ['Moved by', movedWords(days)], ['Why', why]]
  const row = (/** @type {import('../plan/moves.js').Move} */ move) => make('tr', {}, make('th', {scope: 'row'}, move.title), ...cells(move).map(([label, words]) => make('td', {'data-label': label}, words)))
  return make('table', {class: 'app-cards'}, make('caption', {class: 'app-hidden'}, 'Every date that moves'), make('thead', {}, head), make('tbody', {}, ...moved.map(row)))
}
