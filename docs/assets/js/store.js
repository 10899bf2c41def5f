// @ts-check
/**
 * Keeps the plan in this browser and follows other tabs. The only module that touches storage.
 * Refuses to know what a plan means and what a page shows. Never throws because storage does.
 */
import {checkPlan, emptyPlan, isId, valueAt} from './plan/plan.js'
import {mergePlans} from './plan/merge.js'

/** Other programs share this storage: no key without this prefix is ever read or written. */
const PREFIX = 'gp-migration:'

/**
 * Make a store. Nothing is read before it is first used.
 * @param {object} world
 * @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & {keys: () => string[]}} world.storage
 * @param {() => number} world.now - milliseconds since 1970
 * @param {() => string} world.newId
 * @param {(follow: (key: string | null) => void) => void} world.onOtherTab
 *   - calls `follow` with the key that another tab changed; null for any key
 */
export function openStore({storage, now, newId, onOtherTab}) {
  /** @type {Set<(plan: Plan, status: Status) => void>} */
  const listeners = new Set()
  /** @type {Plan} */
  let plan
  let isEmpty = true
  let device = ''
  /** @type {'' | 'unsaved' | 'later' | 'damaged'} */
  let trouble = ''
  /** What the storage held when this store last looked. @type {string | null} */
  let seen = null
  /** Whether another tab may still write over the last change, which it did not know. */
  let isAtRisk = false
  /** What must be put aside before it is overwritten. */
  let unread = ''
  /** What could not be read, or not all of it. @type {{text: string, why: 'later' | 'damaged' | 'partly'} | undefined} */
  let kept
  /** @type {number | undefined} */
  let savedAt
  /** @type {number | undefined} */
  let copiedAt

  /** @param {string} key */
  function read(key) {
    try {
      return storage.getItem(PREFIX + key)
    } catch {
      trouble ||= 'unsaved'
      return null
    }
  }

  /** @param {string} key @param {string} text */
  function put(key, text) {
    storage.setItem(PREFIX + key, text)
    if (storage.getItem(PREFIX + key) !== text) throw new Error(`${key} was not kept`)
  }

  /** @param {string} name @param {string} text @returns {boolean} whether it was kept */
  function keepSetting(name, text) {
    try {
      put(name, text)
      return true
    } catch {
      return false
    }
  }

  /** @param {string} id */
  function copied(id) {
    return Number(read(`copied:${id}`)) || undefined
  }

  function start() {
    if (plan) return
    plan = emptyPlan(newId())
    device = newId().slice(0, 6)
    refresh()
    onOtherTab(follow)
  }

  /**
   * Take in what other tabs stored.
   * @returns {boolean} whether this store knows something that the storage does not
   */
  function refresh() {
    const known = read('device')
    if (isId(known)) device = known
    const current = read('current')
    const isOther = isId(current) && current !== plan.id && (isEmpty || !trouble)
    const id = isOther ? current : plan.id
    copiedAt = copied(id) ?? (isOther ? undefined : copiedAt)

    const text = read(`plan:${id}`)
    if (!text || (text === seen && !isOther)) return false
    seen = text
    const {plan: stored, dropped, later} = checkPlan(parsed(text))
    if (!stored) {
      trouble = later ? 'later' : 'damaged'
      if (later) kept = {text, why: 'later'}
      else setAside(text, 'damaged')
      if (isOther) {
        plan = emptyPlan(id)
        isEmpty = true
      }
      return false
    }
    // An older guide in one tab drops what a newer one in another adds: put that aside once, not at each change.
    if (dropped && kept?.why !== 'partly') setAside(text, 'partly')

    const isReplaced = isOther || (stored.revision > plan.revision && trouble !== 'unsaved')
    plan = isReplaced ? stored : mergePlans(stored, plan)
    isEmpty = false
    savedAt = Math.min(now(), latestChange(stored))
    if (trouble !== 'unsaved') trouble = ''
    return plan !== stored
  }

  /** @param {string} text @param {'damaged' | 'partly'} why */
  function setAside(text, why) {
    unread = text
    kept = {text, why}
  }

  function write() {
    if (trouble === 'later') return
    try {
      const text = JSON.stringify(plan)
      if (unread) put(`kept:${now()}`, unread)
      unread = ''
      put(`plan:${plan.id}`, text)
      if (read('device') === null) put('device', device)
      if (read('current') !== plan.id) put('current', plan.id)
      seen = text
      savedAt = now()
      trouble = ''
    } catch {
      trouble = 'unsaved'
    }
  }

  function tell() {
    for (const listener of listeners) {
      try {
        listener(plan, status())
      } catch (error) {
        console.error(error)
      }
    }
  }

  /** @param {string | null} key */
  function follow(key) {
    if (key !== null && !key.startsWith(PREFIX)) return
    // Another tab removed this plan for good: what is here goes too. Storage that was emptied as a whole says no key.
    if (key === `${PREFIX}plan:${plan.id}` && read(`plan:${plan.id}`) === null && trouble !== 'unsaved') forget()
    // Once a change and no more: two tabs that read a plan differently must not answer each other for ever.
    if (refresh() && isAtRisk) {
      isAtRisk = false
      write()
    }
    tell()
  }

  /** @returns {Status} */
  function status() {
    return {kind: trouble || (isEmpty ? 'none' : 'saved'), why: trouble || kept?.why, savedAt, copiedAt, kept: kept?.text}
  }

  /** @param {Plan} next */
  function take(next) {
    plan = next
    isEmpty = false
    seen = null
    copiedAt = copied(plan.id)
  }

  function forget() {
    take(emptyPlan(newId()))
    isEmpty = true
    trouble = unread = ''
    kept = undefined
  }

  return {
    /** The plan. Never null: an empty one that is not saved until the first change. */
    get plan() {
      start()
      return plan
    },

    get isEmpty() {
      start()
      return isEmpty
    },

    get status() {
      start()
      return status()
    },

    /**
     * Change the plan as it is now, in every tab, and save it.
     * @param {(plan: Plan, stamp: Stamp) => Plan} edit - gives the same plan back to change nothing
     */
    change(edit) {
      start()
      const before = plan
      refresh()
      const next = edit(plan, {at: now(), by: valueAt(plan, 'choices/note-taker'), device})
      const isChanged = next !== plan
      if (isChanged) {
        plan = next
        isEmpty = false
        isAtRisk = true
        write()
      }
      if (isChanged || plan !== before) tell()
    },

    /**
     * Hear of every change, whichever tab made it.
     * @param {(plan: Plan, status: Status) => void} listener
     * @param {{signal?: AbortSignal}} [until]
     */
    subscribe(listener, {signal} = {}) {
      start()
      listeners.add(listener)
      signal?.addEventListener('abort', () => listeners.delete(listener))
    },

    /** What this browser remembers beside the plan; '' for nothing. @param {string} name */
    setting: name => read(name) ?? '',

    keepSetting,

    /** For elements/plan-shelf.js, which keeps several plans, and elements/offline.js. */
    world: {storage, newId},

    /**
     * Make another plan the plan.
     * @param {Plan} [next] - none: forget the one that is here
     * @param {boolean} [isKept] - no: show it only, since what it would take the place of could not be kept
     */
    show(next, isKept) {
      if (!next) forget()
      else {
        take(next)
        if (isKept) write()
        else if (trouble !== 'later') trouble = 'unsaved'
      }
      tell()
    },

    /** Remember that the plan was saved as a file now. */
    noteCopied() {
      start()
      copiedAt = now()
      // If not kept it is known until the page is closed. The next change says that the browser does not save.
      keepSetting(`copied:${plan.id}`, String(copiedAt))
      tell()
    },
  }
}

/** The store of this page. */
export const store = openStore({
  storage: { // asked for each time: a browser that blocks storage throws on the word itself
    getItem: key => localStorage.getItem(key),
    setItem: (key, text) => localStorage.setItem(key, text),
    removeItem: key => localStorage.removeItem(key),
    keys: () => Object.keys(localStorage),
  },
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  onOtherTab(follow) {
    addEventListener('storage', event => follow(event.key))
    addEventListener('pageshow', event => event.persisted && follow(null))
  },
})

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The moment of the last change in a part of a plan.
 * @param {any} part
 * @returns {number}
 */
function latestChange(part) {
  if (typeof part !== 'object') return 0
  return typeof part.at === 'number' ? part.at : Math.max(0, ...Object.values(part).map(latestChange))
}

/** @typedef {import('./plan/plan.js').Plan} Plan */
/** @typedef {import('./plan/plan.js').Stamp} Stamp */
/**
 * @typedef {object} Status
 * @property {'none' | 'saved' | 'unsaved' | 'later' | 'damaged'} kind
 * @property {number} [savedAt] - when this browser last saved the plan
 * @property {number} [copiedAt] - when it was last saved as a file
 * @property {'unsaved' | 'later' | 'damaged' | 'partly'} [why] - what there is to say about it
 * @property {string} [kept] - the text of a saved plan that could not be read
 */
