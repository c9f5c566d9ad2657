import { RE2JS } from 're2js'
import { folded, marks } from './fold'
import { mostInstructions } from './rule'

/** A pattern ready to be run, and what one pass over a text costs at most, in steps a character. */
export type Pattern = { run: RE2JS; instructions: number }

export type PatternProblem = 'pattern_unreadable' | 'pattern_too_wide' | 'pattern_too_large'

/**
 * Makes a pattern of what a moderator typed. RE2 runs in linear time, whatever the pattern, and so never blocks the site; what
 * it has not, such as backreferences, is unreadable. One that finds the empty text finds everything and is refused.
 */
export function readPattern(typed: string): Pattern | { problem: PatternProblem } {
  let run: RE2JS
  try {
    run = RE2JS.compile(foldPattern(typed), RE2JS.CASE_INSENSITIVE)
  } catch {
    return { problem: 'pattern_unreadable' }
  }
  const instructions = run.programSize()
  if (instructions > mostInstructions) return { problem: 'pattern_too_large' }
  return run.matcher('').find() ? { problem: 'pattern_too_wide' } : { run, instructions }
}

// Texts are folded before they are looked at, and so must be what is looked for. A full-width bracket folds to one that means
// something to RE2; here it means itself. ASCII stays: \D is not \d. A mark upon a letter goes as it does from texts; one that
// is repeated, or an end of a range, stays and finds nothing, for without it the pattern would mean something else.
function foldPattern(typed: string): string {
  const bare = typed.replace(/[\p{L}\p{N}]\p{M}+(?![*+?{-])/gu, signs => signs.normalize('NFC').replace(marks, ''))
  return Array.from(bare, sign => {
    if (sign < '\u0080' || /\p{M}/u.test(sign)) return sign
    return folded(sign).replace(/[\\^$.|?*+()[\]{}-]/g, '\\$&')
  }).join('')
}
