// @ts-check
/**
 * The meeting view: one part of the page at a time, large, with what is agreed beside it.
 * The parts are the page's `data-part` blocks. Loaded on demand, so it gets the store and imports none.
 */
import {outcomeOf} from '../plan/outcomes.js'
import {tickState, valueAt} from '../plan/plan.js'
import {actionForm} from './action-form.js'
import {button, clockTime, make, setText} from './dom.js'

/** @typedef {typeof import('../store.js').store} Store */

/**
 * @param {HTMLElement} enter the button that focus goes back to
 * @param {Store} store the page's own: a second copy of its module would be a second store
 */
export function startMeeting(enter, store) {
  const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('article > [data-part]')])
  const meeting = new AbortController()
  const place = make('span')
  const saved = make('span', {class: 'app-meeting__saved'})
  const [open, agreed] = [make('div'), make('div')]
  const form = actionForm(store)
  const stopped = make('span', {class: 'app-tag is-late'}, 'Stopped at a go or no-go')
  const title = make('h1', {tabindex: '-1', class: 'app-meeting__title'})
  const back = button('', () => go(-1), 'is-quiet')
  const on = button('', () => go(1))
  const bar = make('header', {class: 'app-meeting'}, make('b', {}, [valueAt(store.plan, 'practice/name'), 'Kick-off meeting'].filter(Boolean).join(' · ')), stopped, place, saved, button('Leave', leave, 'is-quiet'))
  const foot = make('footer', {class: 'app-meeting'}, back, make('span', {}, 'Page Up and Page Down move between parts'), on)
  const beside = make('aside', {class: 'app-meeting__beside', 'aria-label': 'How it stands'}, form, open, agreed)
  let now = 0

  const show = () => {
    parts.forEach((part, at) => part.classList.toggle('is-current', at === now))
    setText(title, parts[now].dataset.partTitle ?? '')
    parts[now].prepend(title)
    setText(place, `${now + 1} of ${parts.length} · ${parts[now].dataset.partTitle}`)
    form.hidden = parts[now].dataset.part === 'actions'
    back.hidden = now === 0
    on.hidden = now === parts.length - 1
    setText(back, `Back: ${parts[now - 1]?.dataset.partTitle}`)
    setText(on, `Next: ${parts[now + 1]?.dataset.partTitle}`)
  }
  const refresh = () => {
    const {kind, savedAt} = store.status
    setText(saved, kind === 'saved' && savedAt ? `Saved ${clockTime(savedAt)}` : store.isEmpty ? '' : 'Not saved')
    stopped.hidden = !Object.values(store.plan.decisions).some(({answer}) => answer?.value === 'no')
    const [not, yes] = summary(store.plan)
    open.replaceChildren(...not)
    agreed.replaceChildren(...yes)
  }
  const focusTop = () => {
    scrollTo(0, 0)
    title.focus({preventScroll: true})
  }
  /** At once: the browser's own paging glides, and would go on into the next part. @param {number} by screens */
  const page = by => scrollBy(0, by * 0.85 * innerHeight)
  /** @param {number} by parts */
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
    if (/** @type {HTMLElement} */ (event.target).closest('input, textarea, select, dialog')) return
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
    if (event.key === 'Escape') leave()
    else if (event.key === 'PageDown') (atEnd ? go : page)(1)
    else if (event.key === 'PageUp') (scrollY < 2 ? go : page)(-1)
    else return
    event.preventDefault()
  }, meeting)
  document.addEventListener('click', event => {
    const link = /** @type {HTMLElement} */ (event.target).closest('a[href^="#task-"]')
    const at = parts.findIndex(part => part.querySelector(link?.getAttribute('href') ?? '#none'))
    if (at < 0) return
    now = at
    show()
    parts[at].querySelectorAll('details:has(.app-task)').forEach(one => one.toggleAttribute('open', true))
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
    outcome: outcomeOf(plan, row.getAttribute('data-task') ?? ''),
  }))
  const agreed = decisions.filter(({state}) => state === 'done').map(({title, outcome}) => outcome ? `${title}: ${outcome}` : title)
  const open = decisions.filter(({state}) => state === 'open').map(({title}) => title)
  const list = (/** @type {string} */ title, /** @type {string[]} */ lines) =>
    lines.length ? [make('h2', {}, title), make('ul', {}, ...lines.map(line => make('li', {}, line)))] : []
  return [list('Not agreed yet', open), list('Agreed', agreed)]
}
