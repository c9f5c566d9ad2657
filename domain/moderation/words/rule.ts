/** A literal word, or a pattern in the syntax of RE2. */
export const wordKinds = ['word', 'pattern'] as const
export type WordKind = (typeof wordKinds)[number]

/** What becomes of a text in which it is found: it is refused, waits for a moderator, or goes in with the word covered. */
export const wordActions = ['block', 'queue', 'mask'] as const
export type WordAction = (typeof wordActions)[number]

/** One rule of the word filter. */
export type WordRule = {
  id: number
  kind: WordKind
  /** As it was typed. */
  text: string
  action: WordAction
  /** What the writer is told where his text is refused; may be empty elsewhere. */
  reason: string
  enabled: boolean
}

// A word is a word, not a paragraph; a pattern that is longer is two.
export const longestWord = 50
export const longestPattern = 200
export const longestWordReason = 100
/** So many may be added in one act, a line each. */
export const mostAtOnce = 500
/** All rules there may ever be: they are disabled, never deleted. */
export const mostRules = 20_000
// The time a text takes is bounded by these three and by its length: RE2 takes at most length × instructions steps.
export const mostPatterns = 100
export const mostInstructions = 300
export const mostInstructionsInAll = 2_000
