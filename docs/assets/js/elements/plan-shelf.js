// @ts-check
/**
 * Several plans in one browser: to list, open, name, copy, delete and bring back.
 * Used on demand, so it gets the store and imports none; it keeps nothing between two calls.
 */
import {checkPlan, emptyPlan, withValue} from '../plan/plan.js'
import {templateOf, titleOf, withoutPersonal} from '../plan/sharing.js'
import {unitePlans} from '../plan/union.js'

/** Other programs share the storage: no key without this prefix is touched. */
const OUR_KEYS = 'gp-migration:'
/** What browsers give a site, in characters: names count too, and other sites of the host take from it. */
const ROOM = 5_000_000
const NEARLY = 80
const NOT_SAVED = 'This browser is not saving. Save a copy of this plan first, so that it is not lost.'

/** @typedef {typeof import('../store.js').store} Store */
/** @typedef {import('../plan/plan.js').Plan} Plan */
/** @typedef {{id: string, title: string, isCurrent: boolean, plan?: Plan, text?: string}} Shelved a plan that cannot be read has its text instead */

/** Every plan that is kept here, by title. @param {Store} store @returns {Shelved[]} */
export function listPlans(store) {
  const others = named(store, 'plan:').filter(id => id !== store.plan.id).map(id => {
    const text = read(store, `plan:${id}`) ?? ''
    const {plan} = checkPlan(parsedPlan(text))
    return plan ? {id, title: titleOf(plan), isCurrent: false, plan} : {id, title: 'A plan that cannot be read', isCurrent: false, text}
  })
  const here = store.isEmpty ? [] : [{id: store.plan.id, title: titleOf(store.plan), isCurrent: true, plan: store.plan}]
  return [...here, ...others].sort((one, other) => one.title.localeCompare(other.title, 'en') || (one.id < other.id ? -1 : 1))
}

/** @param {Store} store @param {string} id @returns {string} what is in the way, or '' */
export function openPlan(store, id) {
  const text = read(store, `plan:${id}`)
  const {plan} = checkPlan(parsedPlan(text ?? ''))
  if (!plan) return 'That plan cannot be opened. It is kept as it is.'
  if (isUnsaved(store)) return NOT_SAVED
  store.show(plan, true)
  return ''
}

/** @param {Store} store @param {string} name @returns {string} what is in the way, or '' */
export function startPlan(store, name) {
  if (isUnsaved(store)) return NOT_SAVED
  const plan = withValue(emptyPlan(store.world.newId()), 'name', name, stampOf(store))
  store.show(plan, true)
  return ''
}

/** @param {Store} store @param {string} id @param {string} name @returns {string} what is in the way, or '' */
export function renamePlan(store, id, name) {
  if (id === store.plan.id) {
    store.change((plan, stamp) => withValue(plan, 'name', name, stamp))
    return ''
  }
  const {plan} = checkPlan(parsedPlan(read(store, `plan:${id}`) ?? ''))
  return plan ? keep(store, withValue(plan, 'name', name, stampOf(store))) : 'That plan cannot be read. It is kept as it is.'
}

/** A new plan that begins like another, without people and without what was done. @param {Store} store @param {Plan} plan */
export function copyPlan(store, plan) {
  return keep(store, templateOf(plan, store.world.newId(), `${titleOf(plan)}, copy`, stampOf(store)))
}

/**
 * Delete a plan. It is kept for undo until another one is deleted.
 * @param {Store} store @param {string} id
 */
export function deletePlan(store, id) {
  const isCurrent = id === store.plan.id
  const text = read(store, `plan:${id}`) ?? JSON.stringify(store.plan)
  clearDeleted(store)
  const hasRoom = attempt(store, `deleted:${id}`, text)
  remove(store, `plan:${id}`)
  if (!hasRoom) attempt(store, `deleted:${id}`, text)
  if (!isCurrent) return
  const next = listPlans(store).find(one => one.plan && one.id !== id)
  if (!next) remove(store, 'current')
  store.show(next?.plan, true)
}

/** The plan that was deleted last, if it is still kept. @param {Store} store @returns {Shelved | undefined} */
export function deletedPlan(store) {
  const [id] = named(store, 'deleted:')
  const text = id && read(store, `deleted:${id}`)
  if (!text) return
  const {plan} = checkPlan(parsedPlan(text))
  return {id, title: plan ? titleOf(plan) : 'A plan that cannot be read', isCurrent: false, plan, text}
}

/** Bring back what was deleted last. @param {Store} store @returns {string} what is in the way, or '' */
export function undoDelete(store) {
  const deleted = deletedPlan(store)
  if (!deleted?.text) return ''
  const {id, text, plan} = deleted
  if (!attempt(store, `plan:${id}`, text)) {
    remove(store, `deleted:${id}`)
    if (!attempt(store, `plan:${id}`, text)) {
      attempt(store, `deleted:${id}`, text)
      return 'There is no room for it in this browser. Delete another plan first.'
    }
  }
  remove(store, `deleted:${id}`)
  if (store.isEmpty && plan) store.show(plan, true)
  else store.change(same => same)
  return ''
}

/** Let go of what was deleted for good. @param {Store} store */
export function clearDeleted(store) {
  for (const id of named(store, 'deleted:')) {
    for (const kind of ['deleted', 'before', 'copied', 'guide']) remove(store, `${kind}:${id}`)
  }
}

/**
 * Make an opened plan the plan. The one that was here is kept.
 * @param {Store} store
 * @param {Plan} opened - a plan that `checkPlan` gave
 * @returns {() => void} brings back what was here, and what was stored of the opened plan; if that was changed since, it stays
 */
export function replacePlan(store, opened) {
  store.change(plan => plan) // takes in what other tabs wrote
  const {plan: before, isEmpty} = store
  const stored = read(store, `plan:${opened.id}`)
  const isKept = (!stored || attempt(store, `before:${opened.id}`, stored))
    && (isEmpty || attempt(store, `before:${before.id}`, JSON.stringify(before)))
  // Tabs that hold an older revision of this plan take this one instead of merging theirs into it.
  store.show({...opened, revision: Math.max(opened.revision, before.revision) + 1}, isKept)
  const shown = store.plan
  return () => {
    const isOnlyLookedAt = store.plan === shown && opened.id !== before.id
    if (!isEmpty) {
      replacePlan(store, before)
      if (isOnlyLookedAt && stored) attempt(store, `plan:${opened.id}`, stored)
      else if (isOnlyLookedAt) for (const kind of ['plan', 'before', 'copied', 'guide']) remove(store, `${kind}:${opened.id}`)
    } else {
      remove(store, 'current')
      store.show()
    }
  }
}

/**
 * Take what an opened plan knows into the one that is here.
 * @param {Store} store @param {Plan} opened
 * @returns {() => void} brings back what was here
 */
export function mergePlan(store, opened) {
  store.change(plan => plan)
  const before = store.plan
  attempt(store, `before:${before.id}`, JSON.stringify(before))
  store.change(plan => unitePlans(plan, {...opened, id: plan.id, revision: plan.revision}))
  return () => void replacePlan(store, before)
}

/**
 * Open a plan beside the one that is here, under a name of its own.
 * @param {Store} store @param {Plan} opened
 * @returns {{undo: () => void, problem?: undefined} | {problem: string, undo?: undefined}}
 */
export function keepBoth(store, opened) {
  if (isUnsaved(store)) return {problem: NOT_SAVED}
  const before = store.isEmpty ? undefined : store.plan
  const isTaken = opened.id === before?.id || read(store, `plan:${opened.id}`) !== null
  const id = isTaken ? store.world.newId() : opened.id
  const plan = isTaken ? withValue({...opened, id}, 'name', `${titleOf(opened)}, from a file`, stampOf(store)) : opened
  const problem = keep(store, plan)
  if (problem) return {problem}
  store.show(plan, true)
  return {
    undo() {
      remove(store, `plan:${id}`)
      if (!before) remove(store, 'current')
      store.show(before, true)
    },
  }
}

/**
 * Remove names, contacts, leave and who changed what, from every plan and from what was kept of earlier ones.
 * Notes stay, since only a person can say what is in them.
 * @param {Store} store
 * @returns {string} what could not be read and is kept as it is, or ''
 */
export function removePeople(store) {
  store.change(plan => plan)
  const unnamed = (/** @type {Plan} */ plan) => ({...withoutPersonal(plan, plan.id, {isOwn: true}), revision: plan.revision + 1})
  for (const kind of ['before:', 'deleted:', 'kept:']) for (const id of named(store, kind)) remove(store, kind + id)
  const others = listPlans(store).filter(one => !one.isCurrent)
  for (const {plan} of others) if (plan) keep(store, unnamed(plan))
  if (!store.isEmpty) store.show(unnamed(store.plan), true)
  return others.every(({plan}) => plan) ? '' : 'A plan that cannot be read is kept as it is: delete it on the page of your plans.'
}

/** Remove all that this site keeps in this browser, and nothing of another site. @param {Store} store */
export function removeEverything(store) {
  for (const name of ['current', ...named(store, '')]) remove(store, name)
  store.show()
}

/**
 * Say that the room for plans is nearly used, before a save fails; otherwise ''.
 * @param {Store} store
 */
export function roomWords(store) {
  const used = named(store, '').reduce((sum, name) => sum + OUR_KEYS.length + name.length + (read(store, name)?.length ?? 0), 0)
  const percent = Math.floor(used / ROOM * 100)
  return percent < NEARLY ? '' : `${percent} % of the room for plans in this browser is used. Save a copy of a plan that you no longer need, then delete it.`
}

/** Every name that begins so, without that beginning. @param {Store} store @param {string} start */
function named({world}, start) {
  try {
    return world.storage.keys().filter(key => key.startsWith(OUR_KEYS + start)).map(key => key.slice(OUR_KEYS.length + start.length))
  } catch {
    return []
  }
}

/** @param {Store} store @param {string} name @returns {string | null} */
export function read({world}, name) {
  try {
    return world.storage.getItem(OUR_KEYS + name)
  } catch {
    return null
  }
}

/** @param {Store} store @param {string} name @param {string} text @returns {boolean} whether it was kept */
export function attempt({world}, name, text) {
  try {
    world.storage.setItem(OUR_KEYS + name, text)
  } catch {
    return false
  }
  return world.storage.getItem(OUR_KEYS + name) === text
}

/** @param {Store} store @param {string} name */
function remove({world}, name) {
  try {
    world.storage.removeItem(OUR_KEYS + name)
  } catch {
    // Then nothing was kept under it either.
  }
}

/** @param {Store} store @param {Plan} plan @returns {string} what is in the way, or '' */
function keep(store, plan) {
  if (attempt(store, `plan:${plan.id}`, JSON.stringify(plan))) return ''
  return 'There is no room for another plan in this browser. Save a copy of a plan that you no longer need, then delete it here.'
}

/** @param {Store} store */
function isUnsaved(store) {
  return store.status.kind === 'unsaved' && !store.isEmpty
}

/** Who changes something now, and when. @param {Store} store */
function stampOf(store) {
  let now = /** @type {import('../plan/plan.js').Stamp} */ ({at: 0, device: ''})
  store.change((plan, stamp) => {
    now = stamp
    return plan
  })
  return now
}

/** @param {string} text */
function parsedPlan(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
