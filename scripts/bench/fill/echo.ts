import type Sqlite from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { monthOf } from '../../../domain/case/interval'
import { idsOf, pathOf } from '../../../domain/thread/path'
import {
  caseEvents, caseRevisions, cases, caseTraits, favourites, hidings, logEntries, notifications, people, replies, replyRevisions,
  searchEntries, spells, taggings, tagSuggestions, votes,
} from '../../../db/schema'
import type { Bulk } from './bulk'
import { moderators, newPerson, pseudonymOf } from './site'

/** How many people, cases and replies a block has, and how much later (milliseconds, whole days) the next one begins. */
export type Block = { people: number; cases: number; replies: number; every: number }

const copied = [
  cases, caseTraits, caseEvents, spells, caseRevisions, replies, replyRevisions, votes, favourites, searchEntries, taggings,
  tagSuggestions, hidings, logEntries, notifications,
]

/**
 * What follows the first block: `times` times the same happens again to other people, always some weeks later. That is thirty
 * times as fast as simulating a million cases. Every row gets its own ids and times, and what follows from them.
 */
export function echo(bulk: Bulk, block: Block, times: number, say: (sentence: string) => void): void {
  const { database } = bulk
  const told = tableEnds(database)
  for (let n = 1; n <= times; n++) {
    bulk.together(() => {
      peopleAgain(bulk, block, n)
      teach(database, block, n)
      for (const table of copied) database.exec(copying(table, told.get(table)!))
    })
    say(`${(n + 1) * block.cases} cases, ${(n + 1) * block.replies} replies, ${moderators + (n + 1) * block.people} people`)
  }
}

function tableEnds(database: Sqlite.Database): Map<SQLiteTable, number> {
  return new Map(copied.map(table => [table, database.prepare(`SELECT coalesce(max(rowid), 0) FROM ${getTableName(table)}`).pluck().get() as number]))
}

function peopleAgain(bulk: Bulk, block: Block, n: number): void {
  const first = bulk.database.prepare('SELECT id, name, created_at AS at FROM people WHERE id > ? AND id <= ? ORDER BY id')
  for (const { id, name, at } of first.all(moderators, moderators + block.people) as { id: number; name: string; at: number }[]) {
    const other = id + n * block.people
    bulk.add(people, newPerson(other, name.replace(/\d+$/, String(other)), at + n * block.every))
  }
}

/** Gives the SQL below its words: who another person is, when later is, and what follows from both. */
function teach(database: Sqlite.Database, block: Block, n: number): void {
  const minutes = n * block.every / 60_000
  const reply = (id: number) => id + n * block.replies
  const words: Record<string, (...values: never[]) => unknown> = {
    a_person: (id: number | null) => (id === null || id <= moderators ? id : id + n * block.people),
    a_case: (id: number | null) => (id === null ? null : id + n * block.cases),
    a_reply: (id: number | null) => (id === null ? null : reply(id)),
    a_path: (path: Buffer) => Buffer.from(pathOf(idsOf(path).map(reply))),
    an_instant: (at: number | null) => (at === null ? null : at + n * block.every),
    a_minute: (at: number | null) => (at === null ? null : at + minutes),
    a_ref: (ref: string) => `${ref}-${n}`,
    an_account: (authorId: number | null, ref: string) => (authorId === null ? `case:${ref}-${n}` : pseudonymOf(authorId + n * block.people)),
    a_month: (earliest: number | null, latest: number | null) => monthWithin(earliest, latest, minutes),
    some_changes: (text: string) => text.replace(/"at":\[(\d+),(\d+)\]/g, (_, from, to) => `"at":[${Number(from) + minutes},${Number(to) + minutes}]`),
  }
  for (const [name, work] of Object.entries(words)) database.function(name, { deterministic: true }, work as (...values: unknown[]) => unknown)
}

function monthWithin(earliest: number | null, latest: number | null, minutes: number): string | null {
  if (earliest === null || latest === null) return null
  const month = monthOf(earliest + minutes)
  return month === monthOf(latest + minutes) ? month : null
}

const word: Record<string, readonly string[]> = {
  a_person: ['personId', 'authorId', 'byId', 'actorId', 'liftedById'],
  a_case: ['caseId'],
  a_reply: ['replyId', 'parentId', 'rootId', 'replyToId'],
  a_path: ['path'],
  an_instant: ['at', 'createdAt', 'editedAt', 'activeAt', 'enteredAt', 'deletedAt', 'liftedAt', 'readAt'],
  a_minute: ['earliestMinute', 'latestMinute', 'startEarliest', 'startLatest', 'exitEarliest', 'exitLatest', 'lastConfirmedMinute'],
  a_ref: ['ref'],
  some_changes: ['changes'],
}
const wordOf = new Map(Object.entries(word).flatMap(([name, keys]) => keys.map(key => [key, name] as const)))

function copying(table: SQLiteTable, until: number): string {
  const [name, keys] = [getTableName(table), Object.keys(getTableColumns(table))]
  const columns = keys.map(toSnakeCase).join(', ')
  return `INSERT INTO ${name} (${columns}) SELECT ${keys.map(key => valueOf(table, key)).join(', ')} FROM ${name} WHERE rowid <= ${until} ORDER BY rowid`
}

function valueOf(table: SQLiteTable, key: string): string {
  const column = toSnakeCase(key)
  if (key === 'id') return table === cases ? 'a_case(id)' : table === replies ? 'a_reply(id)' : 'NULL'
  if (key === 'account') return 'an_account(author_id, ref)'
  if (key === 'subjectId') return `CASE subject WHEN 'case' THEN a_case(subject_id) ELSE a_reply(subject_id) END`
  if (key === 'startMonth') return 'a_month(start_earliest, start_latest)'
  if (key === 'month') return `(SELECT a_month(earliest_minute, latest_minute) FROM case_events WHERE case_id = cases.id AND earliest_minute IS NOT NULL ORDER BY position LIMIT 1)`
  const name = wordOf.get(key)
  return name ? `${name}(${column})` : column
}
