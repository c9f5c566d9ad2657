import type { Answer } from './answer'

/** A remembered answer. Times are milliseconds of `performance.now()`. */
export type Entry = {
  key: string
  answer: Answer
  topics: readonly string[]
  /** When its making began: what it shows is as of then, or later. */
  begun: number
  /** Until when its clocks ("3 minutes ago", "still waiting today") are right enough. */
  goodUntil: number
  /** When the first change came that it does not show; null while there is none. */
  staleSince: number | null
  /** When it was last asked for. */
  askedAt: number
  /** How often in a row it was asked for again at once. */
  closely: number
}
