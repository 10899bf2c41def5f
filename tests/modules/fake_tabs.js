// @ts-check
/** A storage and a clock of our own, and any number of tabs that share them. */
import {openStore} from '/js/store.js'

export const CURRENT = 'gp-migration:current'
export const BLOCKED = 'blocked'
export const FULL = 'full'
export const FORGETFUL = 'forgetful'

export function fakeTabs() {
  /** @type {Map<string, string>} */
  const kept = new Map()
  /** @type {string[]} */
  const writes = []
  /** @type {{tab: number, key: string | null}[]} */
  const waiting = []
  /** @type {((key: string | null) => void)[]} */
  const followers = []
  let ids = 0

  const world = {
    kept,
    writes,
    trouble: '',
    /** How many characters fit. */
    room: Infinity,
    /** How many writes there were, and the one at which the browser dies. */
    steps: 0,
    diesAt: 0,
    time: 1_800_000_000_000,

    /** Open a tab: a store over the storage that all share. */
    open() {
      const tab = followers.length
      followers.push(() => {})
      const set = (/** @type {string} */ key, /** @type {() => void} */ work) => {
        if (world.trouble === BLOCKED) throw new DOMException('Access is denied.', 'SecurityError')
        if (world.trouble === FULL) throw new DOMException('Quota exceeded.', 'QuotaExceededError')
        world.steps += 1
        if (world.steps === world.diesAt) throw new Error('The tab is gone.')
        writes.push(key)
        if (world.trouble === FORGETFUL) return
        work()
        waiting.push({tab, key})
      }
      return openStore({
        storage: {
          getItem(key) {
            if (world.trouble === BLOCKED) throw new DOMException('Access is denied.', 'SecurityError')
            return kept.get(key) ?? null
          },
          setItem: (key, text) => set(key, () => {
            const others = [...kept].reduce((sum, [name, value]) => name === key ? sum : sum + value.length, 0)
            if (others + text.length > world.room) throw new DOMException('Quota exceeded.', 'QuotaExceededError')
            kept.set(key, text)
          }),
          removeItem: key => set(key, () => kept.delete(key)),
          keys: () => [...kept.keys()],
        },
        now: () => world.time += 1000,
        newId: () => `id-${++ids}-of-a-plan`,
        onOtherTab: follow => { followers[tab] = follow },
      })
    },

    /** Let every tab hear what the others wrote, as a browser does: later. */
    deliver() {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        followers.forEach((follow, tab) => tab !== next?.tab && follow(next?.key ?? null))
      }
    },

    /** What is stored under a name of ours. @param {string} name */
    stored: name => kept.get(`gp-migration:${name}`),

    /** The plan that is stored as the current one. */
    storedPlan: () => JSON.parse(kept.get(`gp-migration:plan:${kept.get(CURRENT)}`) ?? 'null'),

    /** Put a text where the current plan would be. @param {string} text */
    store(text) {
      kept.set(CURRENT, 'p1')
      kept.set('gp-migration:plan:p1', text)
    },
  }
  return world
}
