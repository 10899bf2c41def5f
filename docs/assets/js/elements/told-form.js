// @ts-check
/** What a third party was told: a list that is kept for good, and what to add to it. Loaded with the details that it stands in. */
import {inWords} from '../plan/dates.js'
import {addTold, valueAt, withValue} from '../plan/plan.js'
import {button, localDay, make, setText} from './dom.js'

const TELLER = 'seats/tells-third-parties/name'

/** @typedef {{date: string, off: string, back: string, on: string, who: string}} Telling */

/**
 * @param {import('./detail-fields.js').Page} page @param {string} id
 * @returns {import('./detail-fields.js').Part & {show: (outlook: import('../plan/outlook.js').Outlook | undefined) => void}}
 */
export function toldForm({store, field}, id) {
  /** What the reader typed instead of the dates of the plan, today and the one who tells. @type {Partial<Telling>} */
  let typed = {}
  /** @type {import('../plan/outlook.js').Outlook | undefined} */
  let outlook
  const telling = () => {
    const days = outlook?.party(id).days
    const plan = {date: valueAt(store.plan, 'goLive'), off: days?.off ?? '', back: days?.on ?? '', on: localDay(), who: valueAt(store.plan, TELLER)}
    return {...plan, ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value))}
  }
  const part = (/** @type {keyof Telling} */ name, /** @type {string} */ label, hint = 'If it was not the date of your plan', type = /** @type {'date' | 'text'} */ ('date')) => field({
    path: '', label, hint, type, list: type === 'text' ? 'people' : undefined, read: () => typed[name] ?? '',
    save: value => {
      typed = {...typed, [name]: value || undefined}
      refresh()
    },
  })
  const [on, who, date, off, back] = [part('on', 'Told on', 'If it was not today'), part('who', 'Told by', 'If it was not the one who tells third parties', 'text'), part('date', 'Go Live as told'), part('off', 'Off as told'), part('back', 'On as told')]
  const again = make('p', {class: 'app-field__problem', hidden: true})
  const list = make('ul')
  const record = button('', () => {
    const told = telling()
    store.change((plan, stamp) => {
      const {off: offDay, back: backDay, who: teller, ...rest} = told
      const entry = {id: crypto.randomUUID(), ...rest, ...(offDay && {off: offDay}), ...(backDay && {back: backDay}), ...(teller && {who: teller})}
      const next = addTold(plan, id, {...entry, ...stamp})
      const at = (/** @type {string} */ name) => `parties/${id}/${name}`
      if (['', 'not-asked'].includes(valueAt(plan, at('state')))) return withValue(withValue(next, at('state'), 'asked', stamp), at('asked'), valueAt(plan, at('asked')) || told.on, stamp)
      return next
    })
    typed = {}
    refresh()
  }, 'is-quiet')
  const other = make('details', {}, make('summary', {}, 'Told on another day, or of other dates'), make('div', {class: 'app-details'}, ...[on, who, date, off, back].map(one => one.root)))
  const root = make('div', {}, again, list, make('div', {class: 'app-buttons'}, record), other)
  const words = (/** @type {{date: string, off?: string, back?: string}} */ told) => outlook?.told(id, told) ?? `Go Live ${inWords(told.date, 'short')}`

  function refresh() {
    const told = telling()
    record.disabled = !told.date || !told.on
    off.root.hidden = !told.off
    back.root.hidden = !told.back
    const day = told.on === localDay() ? 'today' : `on ${inWords(told.on, 'short')}`
    setText(record, record.disabled ? 'Enter the Go Live date to record what they were told' : `Record: told ${day} of ${words(told)}`)
    const says = outlook?.party(id).again ?? ''
    setText(again, says)
    again.hidden = !says
    list.replaceChildren(...(store.plan.parties[id]?.told ?? []).map(one => make('li', {}, [`Told ${words(one)}`, `on ${inWords(one.on, 'short')}`, one.who && `by ${one.who}`, one.by && `noted by ${one.by}`].filter(Boolean).join(', '))))
    for (const one of [on, who, date, off, back]) one.refresh()
  }
  refresh()
  return {
    root, refresh,
    show(now) {
      outlook = now
      refresh()
    },
  }
}
