// @ts-check
/**
 * The meeting view: one part of the page at a time, large, with what is agreed beside it.
 * The parts are the page's `data-part` blocks. Loaded on demand, so it gets the store and imports none.
 */
import {inWords} from '../plan/dates.js'
import {tickState, valueAt} from '../plan/plan.js'
import {button, make, setText} from './dom.js'

/** @typedef {typeof import('../store.js').store} Store */

/**
 * @param {HTMLElement} enter the button that focus goes back to
 * @param {Store} store the page's own: a second copy of its module would be a second store
 * @param {HTMLElement} form to write an action in
 */
export function startMeeting(enter, store, form) {
  const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('article > [data-part]')])
  const meeting = new AbortController()
  const place = make('span')
  const saved = make('span', {class: 'app-meeting__saved'})
  const agreed = make('div')
  const title = make('h1', {tabindex: '-1', class: 'app-meeting__title'})
  const back = button('', () => go(-1), 'is-quiet')
  const on = button('', () => go(1))
  const bar = make('header', {class: 'app-meeting'}, make('b', {}, 'Kick-off meeting'), place, saved, button('Leave', leave, 'is-quiet'))
  const foot = make('footer', {class: 'app-meeting'}, back, make('span', {}, 'Page Up and Page Down move between parts'), on)
  const beside = make('aside', {class: 'app-meeting__beside', 'aria-label': 'How it stands'}, agreed, form)
  let now = 0

  const show = () => {
    parts.forEach((part, at) => part.classList.toggle('is-current', at === now))
    setText(title, parts[now].dataset.partTitle ?? '')
    parts[now].prepend(title)
    setText(place, `${now + 1} of ${parts.length}`)
    back.hidden = now === 0
    on.hidden = now === parts.length - 1
    setText(back, `Back: ${parts[now - 1]?.dataset.partTitle}`)
    setText(on, `Next: ${parts[now + 1]?.dataset.partTitle}`)
  }
  const refresh = () => {
    setText(saved, store.status.kind === 'saved' ? 'Saved' : store.isEmpty ? '' : 'Not saved')
    agreed.replaceChildren(...summary(store.plan))
  }
  const focusTop = () => {
    scrollTo({top: 0, behavior: 'instant'})
    title.focus({preventScroll: true})
  }
  /** @param {number} by */
  function go(by) {
    const next = Math.min(parts.length - 1, Math.max(0, now + by))
    if (next === now) return
    now = next
    show()
    focusTop()
  }
  function leave() {
    meeting.abort()
    bar.remove()
    foot.remove()
    beside.remove()
    title.remove()
    parts.forEach(part => part.classList.remove('is-current'))
    document.documentElement.classList.remove('is-meeting')
    enter.scrollIntoView({block: 'center'})
    enter.focus()
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'PageDown') go(1)
    else if (event.key === 'PageUp') go(-1)
    else return
    event.preventDefault()
  }, meeting)
  store.subscribe(refresh, meeting)
  document.documentElement.classList.add('is-meeting')
  document.body.prepend(bar)
  document.body.append(foot)
  document.querySelector('.app-frame')?.append(beside)
  show()
  refresh()
  focusTop()
}

/** What is agreed and what is not, from the decisions of the meeting. @param {Store['plan']} plan */
function summary(plan) {
  const decisions = [...document.querySelectorAll('[data-part$=decide] .app-task')].map(row => ({
    title: row.querySelector('label')?.textContent ?? '',
    state: tickState(plan, row.getAttribute('data-task') ?? ''),
  }))
  const date = valueAt(plan, 'goLive')
  const agreed = [...(date ? [`Go Live ${inWords(date, 'short')}`] : []), ...decisions.filter(({state}) => state === 'done').map(({title}) => title)]
  const open = decisions.filter(({state}) => state === 'open').map(({title}) => title)
  const list = (/** @type {string} */ title, /** @type {string[]} */ lines) =>
    lines.length ? [make('h2', {}, title), make('ul', {}, ...lines.map(line => make('li', {}, line)))] : []
  return [...list('Agreed', agreed), ...list('Not agreed yet', open)]
}
