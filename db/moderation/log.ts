import type { LogAct } from '@/domain/moderation/log-acts'
import type { Transaction } from '../connection'
import { logEntries } from '../schema'

export type LogLine = {
  /** Epoch milliseconds. */
  at: number
  /** Null when the site itself or its keeper at the machine did it. */
  actorId: number | null
  act: LogAct
  caseId?: number | null
  replyId?: number | null
  personId?: number | null
  tagId?: number | null
  reason: string
  details?: Record<string, string>
}

/** Adds a line to the public log, in the same transaction as the deed it tells of. */
export async function writeLog(tx: Transaction, line: LogLine): Promise<void> {
  await tx.insert(logEntries).values({ details: {}, ...line })
}
