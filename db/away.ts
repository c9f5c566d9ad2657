/** What every write is told by a database from which the forum has moved away (db/move). */
export const closedSentence = 'This forum has moved to another database.'

// PostgreSQL: no connection or none left, shutting down, starting, a standby, no room on the disk, and conflicts without end.
const postgres = /^(08\w{3}|57P0\d|53\w{3}|25006|40001|40P01)$/
const network = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
const sqlite = /^SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN)/
// What pg says in words alone.
const inWords = [/connection terminated/i, /timeout exceeded when trying to connect/i, /connection error and is not queryable/i]

/**
 * True when a query failed through no fault of its own: the database is away, starting, full, or its forum has moved.
 * The same may work later; a write may even have been stored, so it is sent again under the same key.
 */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause as Error) {
    const { code = '', message } = at as { code?: string; message: string }
    if (postgres.test(code) || sqlite.test(code) || network.includes(code)) return true
    if (message.includes(closedSentence) || inWords.some(words => words.test(message))) return true
    if (at instanceof AggregateError && at.errors.some(isDatabaseAway)) return true
  }
  return false
}
