// @ts-check
import {store} from '../store.js'
import {button, localDay, make, setText} from './dom.js'
import {newPanel, refill, subscribePlanning} from './planning-source.js'

const ALL_KEPT = 'Every date keeps its limits.'

/**
 * <date-limits> lists each date that does not keep its limit or looks wrong, with options that are shown before they are taken.
 * Wraps the list of limits that macros/render/planning.py writes. Without JavaScript: every limit, with who says so.
 */
export class DateLimitsElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const says = make('p', {'aria-live': 'polite'})
    const list = make('ul', {class: 'app-attention'})
    const panel = newPanel()
    this.prepend(says, list, panel.root)
    subscribePlanning((planning, facts) => {
      const [limits, odd] = [planning?.limits ?? [], planning?.oddities ?? []]
      setText(says, !planning ? 'Enter a Go Live date first.' : countWords(limits.length, odd.length))
      refill(list, [limits, odd], () => [...limits.map(one => limitRow(one, facts, panel)), ...odd.map(oddRow)])
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {number} limits @param {number} odd */
function countWords(limits, odd) {
  const parts = [
    ...(limits ? [`${limits} ${limits === 1 ? 'date does' : 'dates do'} not keep ${limits === 1 ? 'its limit' : 'their limits'}`] : []),
    ...(odd ? [`${odd} ${odd === 1 ? 'thing looks' : 'things look'} wrong`] : []),
  ]
  return parts.length ? `${parts.join(', and ')}. Nothing is forbidden.` : ALL_KEPT
}

/** @param {import('../plan/limits.js').Broken} broken @param {import('./planning-source.js').Facts | undefined} facts @param {ReturnType<typeof newPanel>} panel */
function limitRow(broken, facts, panel) {
  const place = make('div', {class: 'app-buttons', hidden: true})
  const see = button('See options', async () => {
    const {optionsFor} = await import('../plan/options.js')
    const options = facts ? optionsFor(facts.data, store.plan, localDay(), broken) : []
    place.replaceChildren(...(options.length ? options.map(({title, change}) => button(title, () => panel.show(title, change), 'is-quiet'))
      : ['No single change keeps this limit. Ask both suppliers and your ICB what they can do.']))
    place.hidden = false
    see.setAttribute('aria-expanded', 'true')
    place.querySelector('button')?.focus()
  }, 'is-link')
  see.setAttribute('aria-expanded', 'false')
  see.setAttribute('aria-label', `See options: ${broken.says.split(';')[0]}`)
  const tag = make('span', {class: 'app-tag'}, broken.isOrder ? 'Order' : 'Limit')
  return make('li', {}, tag, make('div', {}, broken.says, see, place))
}

/** @param {{id: string, kind: string, says: string}} odd */
function oddRow({id, kind, says}) {
  const link = kind === 'gone' ? '' : make('a', {href: kind === 'past' ? '#where-now' : `#date-${id}`}, kind === 'past' ? 'Say what happened' : 'See the date')
  return make('li', {}, make('span', {class: 'app-tag'}, 'Check'), make('div', {}, says, ' ', link))
}
