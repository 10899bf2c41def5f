// @ts-check
/* oxlint-disable unicorn/no-empty-file -- it holds types only, and nothing loads it */
/** The shapes of dates.json and of what schedule.js makes of it. */

/** @typedef {'suggested' | 'agreed' | 'confirmed' | 'done'} DayState */
/** @typedef {{anchor: string, amount: number, unit: string, direction: string, kind?: string, source: string}} Rule */
/** @typedef {{holidays: Set<number>, until: number}} Calendar - `until` is the last announced bank holiday */
/**
 * @typedef {object} Point - one counted day; `passed` are the bank holidays that were stepped over
 * @property {number} day
 * @property {number} unsnapped
 * @property {{id: string, date: string} | null} from
 * @property {number[]} passed
 * @property {boolean} hangs - on a bank holiday that is only expected, itself or through its anchors
 * @property {boolean} dependsOnCutover
 */
/**
 * @typedef {object} Day
 * @property {string} id
 * @property {string} date
 * @property {string} end - the last day of a span or a series, or ''
 * @property {string} unsnapped
 * @property {Rule | null} rule - as chosen; null for Go Live
 * @property {{id: string, date: string} | null} from - null when the date is a pin
 * @property {string[]} skipped - bank holidays that were stepped over
 * @property {'earlier' | 'later' | ''} moved
 * @property {DayState} state
 * @property {boolean} pinned
 * @property {boolean} isExpected - hangs on a bank holiday that is only expected, or lies beyond the announced ones
 * @property {boolean} dependsOnCutover
 * @property {boolean} isPast - its last day is past
 */
/**
 * @typedef {object} Schedule
 * @property {string} goLive
 * @property {Map<string, Day>} days
 * @property {string[]} order - ids by date
 * @property {Map<string, Point>} points - by anchor: `first-data-check`, `first-data-check/end`
 * @property {Calendar} calendar
 * @property {string} today
 */
/**
 * @typedef {object} PartyRules - what a third party has of its own
 * @property {string} title
 * @property {Rule | null} [limit] - the notice that it needs, where it is not the common one; null where nobody can be told
 * @property {string[]} [told] - the milestones at which it is told
 * @property {Rule} [off] - the day that it goes off
 * @property {Rule} [on] - the day that it comes on
 */
/**
 * @typedef {object} DatesData
 * @property {{id: string, title: string, phase: string, rule: Rule | null, end: Rule | null,
 *   earliest: Rule | null, latest: Rule | null, gate: boolean, note: string | null}[]} milestones
 * @property {{id: string, title: string, milestone: string, standard?: string,
 *   options: {id: string, title: string, happens: boolean, rule: Rule | null}[]}[]} choices
 * @property {Record<string, Rule>} tasks - when each is due
 * @property {Record<string, [string, string]>} phases - the milestones that each starts and ends with
 * @property {Record<string, string>} gates - the milestone of each decision to go on or to stop
 * @property {Record<string, PartyRules>} parties
 * @property {Record<string, string>} called - milestones that rules count from, as said inside a sentence
 * @property {Record<string, string>} sources - titles
 * @property {Record<string, string[]>} holidays
 * @property {Record<string, string>} announcedUntil
 */
