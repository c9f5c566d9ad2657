import type { LogAct } from './log-acts'

/** One line of the public log, with the names it needs to be read. */
export type LogEntry = {
  id: number
  /** Epoch milliseconds. */
  at: number
  act: LogAct
  /** Null: the site itself, such as a command on its machine. */
  actor: string | null
  /** Whom it concerns, where the act is about a person. */
  person: string | null
  caseId: number | null
  /** Everybody may open the case, so it may be linked to. */
  caseIsOpen: boolean
  replyId: number | null
  reason: string
  details: Record<string, string>
}
