// @ts-check
/**
 * One plan in one file that several people work on: before each write the file is read again, and what it has is merged.
 * A file that cannot be read whole is never written over. Whatever fails is said in a sentence; the plan stays here.
 * Loaded on demand, so it gets the store and imports none.
 */
import {BIGGEST_BYTES, fromFile, toFile} from '../exports/planfile.js'
import {withoutOlder} from '../plan/history.js'
import {unitePlans} from '../plan/union.js'
import {clockTime} from './dom.js'

/** @typedef {typeof import('../store.js').store} Store */
/** @typedef {import('../plan/plan.js').Plan} Plan */
/** @typedef {{says: string, isOver?: boolean}} Outcome isOver: the file is let go, until somebody chooses it again */

const SOON_MS = 2_000
const AGAIN_MS = 30_000
const TRIES = 5
const WRITING = {mode: 'readwrite'}

/** What became of the file, by the name of the error. @type {Record<string, (name: string) => string>} */
const FAILED = {
  NotFoundError: name => `${name} is no longer there. Your plan is kept in this browser. Make the file again, or choose where it is now.`,
  NotAllowedError: name => `This browser may not write to ${name}. Your plan is kept in this browser. Choose the file again, or save a copy.`,
  other: name => `${name} could not be written. Your plan is kept in this browser. Choose the file again, or save a copy.`,
}

/**
 * Keep the file up to date until it is let go: after each change, now and then, and when the page is left or seen again.
 * @param {any} handle - of a file, as the browser gives it
 * @param {Store} store
 * @param {(outcome: Outcome) => void} tell
 * @param {AbortController} connection - aborted when the file is let go
 */
export function keepFile(handle, store, tell, connection) {
  const {signal} = connection
  const {id, revision} = store.plan
  /** @type {Plan | undefined} */
  let last
  let waiting = 0
  let work = Promise.resolve()
  const round = () => work = work.then(async () => {
    if (signal.aborted) return
    // A plan that was opened, replaced or brought back is not written into this file unasked.
    const isSame = store.plan.id === id && store.plan.revision === revision
    const outcome = isSame ? await bringTogether(handle, store)
      : {says: `The plan here was changed as a whole. ${handle.name} is no longer kept up to date.`, isOver: true}
    last = store.plan
    if (signal.aborted) return
    if (outcome.isOver) connection.abort()
    tell(outcome)
  })
  store.subscribe(() => {
    clearTimeout(waiting)
    waiting = setTimeout(() => store.plan === last || round(), SOON_MS)
  }, {signal})
  const again = setInterval(round, AGAIN_MS)
  addEventListener('visibilitychange', round, {signal})
  signal.addEventListener('abort', () => {
    clearTimeout(waiting)
    clearInterval(again)
  })
  return round()
}

/**
 * Take in what the file has, and write what it has not. Never throws.
 * @param {any} handle @param {Store} store
 * @returns {Promise<Outcome>}
 */
export async function bringTogether(handle, store) {
  const {name} = handle
  try {
    if (!await mayWrite(handle)) return {says: FAILED.NotAllowedError(name), isOver: true}
    for (let turn = 0; turn < TRIES; turn++) {
      const file = await handle.getFile()
      const text = file.size > BIGGEST_BYTES ? '' : await textOf(file)
      if (text === undefined) continue
      const found = file.size ? fromFile(text, {bytes: file.size}) : undefined
      const problem = found && problemWith(found, store.plan)
      if (problem) return {says: `${name} was left as it is. ${problem}`, isOver: true}
      if (found?.plan) store.change(plan => unitePlans(plan, {...found.plan, revision: plan.revision, history: withoutOlder(found.plan.history, plan)}))
      if (found?.plan && isNothingNew(store.plan, found.plan)) return {says: `${name} is kept up to date while this page is open.`}
      if (await write(handle, toFile(store.plan, {savedAt: Date.now()}), text)) {
        store.noteCopied()
        return {says: `${name} is kept up to date while this page is open. Last written ${clockTime(Date.now())}.`}
      }
    }
    return {says: inUse(name)}
  } catch (/** @type {any} */ error) {
    const why = error.name === 'SecurityError' ? 'NotAllowedError' : error.name
    if (why === 'NoModificationAllowedError') return {says: inUse(name)}
    return {says: (FAILED[why] ?? FAILED.other)(name), isOver: true}
  }
}

/** @param {string} name */
const inUse = name => `${name} is in use by somebody else. It is tried again in a moment.`

/** The text of a file, or nothing when it changed since the browser looked at it. @param {File} file @returns {Promise<string | undefined>} */
async function textOf(file) {
  try {
    return await file.text()
  } catch (/** @type {any} */ error) {
    if (error.name === 'NotReadableError') return undefined
    throw error
  }
}

/** @param {any} handle */
async function mayWrite(handle) {
  return await handle.queryPermission(WRITING) === 'granted' || await handle.requestPermission(WRITING) === 'granted'
}

/**
 * Write it all at once, unless the file is no longer what was read.
 * @param {any} handle @param {string} text @param {string} read
 * @returns {Promise<boolean>} whether it is in the file
 */
async function write(handle, text, read) {
  const writable = await handle.createWritable()
  try {
    await writable.write(text)
    if (await textOf(await handle.getFile()) !== read) throw new Error('changed')
  } catch (/** @type {any} */ error) {
    await writable.abort()
    if (error.message === 'changed') return false
    throw error
  }
  await writable.close()
  return await textOf(await handle.getFile()) === text
}

/**
 * Why the file must not be merged and written over, or ''.
 * @param {ReturnType<typeof fromFile>} found @param {Plan} here
 */
function problemWith(found, here) {
  if (found.problem !== undefined) return found.problem
  if (found.plan.id !== here.id) return 'It holds another plan. Look at it with “Open a saved plan”.'
  if (found.dropped) return 'Part of it could not be read. Ask who saved it for another copy.'
  if (!found.suspects.length) return ''
  const known = fromFile(toFile(here, {savedAt: 0})).suspects?.map(numberOf)
  return found.suspects.every(one => known?.includes(numberOf(one))) ? '' : 'In it is what looks like an NHS number. Look at it with “Open a saved plan”, and decide.'
}

/** @param {string} suspect "tasks/t1/notes: 943 476 5919" */
const numberOf = suspect => suspect.split(': ')[1]

/** @param {Plan} here @param {Plan} file */
const isNothingNew = (here, file) => unitePlans(file, {...here, revision: file.revision, history: withoutOlder(here.history, file)}) === file
