import { draftSchema, type Case, type CaseDraft } from './case'
import type { CaseEvent } from './event'
import { factFields, type FactName } from './facts'
import { formatInterval, formatMinute, readInterval, readMoment } from './moment'
import { problemsOf, type Problem } from './problem'
import { isSelfNumbered } from './sequence'

export type Line =
  | { ok: true; draft: CaseDraft; account: string | null; suggested_tags: string[] }
  | { ok: false; problems: Problem[] }

// A case with sixty annotated events and an article in it stays under this.
const longestLine = 512 * 1024
const tagPattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u
const mostTags = 20

const factNames = Object.keys(factFields) as FactName[]
const otherFields = ['ref', 'account', 'title', 'words', 'note_zh', 'source', 'motive', 'events', 'suggested_tags']
const accountPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/**
 * Reads one line of the exchange format (NDJSON): flat facts, events in order, times as written in moment.ts.
 * `note_zh` is read as words. A field it does not know is refused by name, since dropping it would lose what somebody
 * wrote. Whether the case is possible is for report.ts to say.
 */
export function parseLine(text: string): Line {
  if (text.length > longestLine) return refused({ path: '', code: 'line_too_long', values: { most: longestLine } })
  const record = readObject(text)
  if (!record) return refused({ path: '', code: 'not_json' })
  return parseRecord(record)
}

/** The same for a record that has been read already. */
export function parseRecord(record: Record<string, unknown>): Line {
  const problems: Problem[] = Object.keys(record)
    .filter(field => !otherFields.includes(field) && !(factNames as string[]).includes(field))
    .map(field => ({ path: field, code: 'unknown_field', values: { field } }))
  if (record.note_zh !== undefined && record.words !== undefined) {
    problems.push({ path: 'note_zh', code: 'said_twice', values: { field: 'words' } })
  }
  const account = readAccount(record.account, problems)
  const suggested_tags = readTags(record.suggested_tags, problems)

  const told = {
    ...pick(record, ['ref', 'title', 'words', 'source', 'motive']),
    ...(record.note_zh !== undefined && { words: record.note_zh }),
    facts: pick(record, factNames),
    events: readEvents(record.events, problems),
  }
  const draft = draftSchema.safeParse(told)
  if (!draft.success) {
    problems.push(...problemsOf(draft.error, told).map(it => ({ ...it, path: it.path.replace(/^facts\./, '') })))
  }
  if (!draft.success || problems.length > 0) return refused(...problems)
  return { ok: true, draft: draft.data, account, suggested_tags }
}

/**
 * Writes a case as one line, so that parseLine and report.ts make the same case of it. Ends without a line feed.
 * `account` is the pseudonym that cases of one author share; null for a case that stands for itself.
 */
export function formatLine(it: Case, suggested_tags: readonly string[] = [], account: string | null = null): string {
  const numbered = !isSelfNumbered(it.events, it.facts.process)
  return JSON.stringify({
    ...(it.ref !== null && { ref: it.ref }),
    ...(account !== null && { account }),
    ...recordOf(it, numbered),
    ...(suggested_tags.length > 0 && { suggested_tags }),
  })
}

/** What a case says, in the fields of the exchange format; `numbered` writes order and round to every event. */
export function recordOf(it: Case, numbered: boolean): Record<string, unknown> {
  return {
    ...pick(it.facts, factNames),
    ...pick(it, ['title', 'source', 'motive', 'words']),
    events: it.events.map(event => formatEvent(event, it, numbered)),
  }
}

function formatEvent(event: CaseEvent, it: Case, numbered: boolean): object {
  return {
    type: event.type,
    ...(numbered && pick(event, ['order', 'round'])),
    ...(event.at && { at: formatInterval(event.at) }),
    ...pick(event, ['since_previous_minutes', 'reasons', 'kinds', 'scopes', 'note']),
    ...(event.source !== undefined && event.source !== it.source && { source: event.source }),
    ...(event.entered_at !== undefined && { entered_at: formatMinute(event.entered_at) }),
  }
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

function readEvents(events: unknown, problems: Problem[]): unknown {
  if (!Array.isArray(events)) return events
  return events.map((event: unknown, at) => {
    if (typeof event !== 'object' || event === null || Array.isArray(event)) return event
    const read: Record<string, unknown> = { ...event }
    const path = `events.${at}`
    if (read.at !== undefined) read.at = readInterval(read.at) ?? note(problems, `${path}.at`)
    if (read.entered_at !== undefined) {
      read.entered_at = readMoment(read.entered_at)?.[0] ?? note(problems, `${path}.entered_at`)
    }
    return read
  })
}

function note(problems: Problem[], path: string): undefined {
  problems.push({ path, code: 'not_a_date' })
  return undefined
}

function readAccount(account: unknown, problems: Problem[]): string | null {
  if (account === undefined || account === null) return null
  if (typeof account === 'string' && accountPattern.test(account)) return account
  problems.push({ path: 'account', code: 'wrong_form' })
  return null
}

function readTags(tags: unknown, problems: Problem[]): string[] {
  if (tags === undefined) return []
  const readable = Array.isArray(tags) && tags.length <= mostTags
    && tags.every(tag => typeof tag === 'string' && tagPattern.test(tag))
  if (readable) return tags as string[]
  problems.push({ path: 'suggested_tags', code: 'wrong_form' })
  return []
}

function pick(record: object, fields: readonly string[]): Record<string, unknown> {
  const all = record as Record<string, unknown>
  return Object.fromEntries(fields.filter(field => all[field] !== undefined).map(field => [field, all[field]]))
}

const refused = (...problems: Problem[]): Line => ({ ok: false, problems })
