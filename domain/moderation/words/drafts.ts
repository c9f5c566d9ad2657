import { z } from 'zod'
import { idSchema } from '../../ids'
import { cleanLine, cleanText } from '../../text/clean'
import { countGraphemes } from '../../text/graphemes'
import { becauseSchema } from '../because'
import { folded } from './fold'
import { readPattern } from './pattern'
import { longestPattern, longestWord, longestWordReason, mostAtOnce, wordActions, wordKinds, type WordKind } from './rule'

// What each form of the word filter must hold. A problem's code is the schema's message (messages.problems).

const kind = z.enum(wordKinds, 'not_in_list')
const action = z.enum(wordActions, 'not_in_list')
const reason = z.string().transform(cleanLine).refine(text => countGraphemes(text) <= longestWordReason, 'word_reason_too_long')

/** add-words: `texts` has one word or pattern a line. */
export const addWordsDraft = z.object({
  kind, action, reason, because: becauseSchema,
  texts: z.string().max(mostAtOnce * 220, 'too_many_lines').transform(text => text.split(/\r\n?|\n/).map(line => line.trim()).filter(Boolean))
    .refine(lines => lines.length > 0, 'word_needed').refine(lines => lines.length <= mostAtOnce, 'too_many_lines'),
}).superRefine((draft, context) => {
  for (const text of draft.texts) {
    const code = problemOfText(draft.kind, text)
    if (code) return context.addIssue({ code: 'custom', path: ['texts'], message: code })
  }
}).superRefine(tellsWhy).transform(draft => ({ ...draft, texts: draft.texts.map(text => cleanOf(draft.kind, text)) }))

/** edit-word: the rule as it shall be; its kind stays. */
export const editWordDraft = z.object({
  word: idSchema, kind, action, reason, because: becauseSchema,
  text: z.string().transform(text => text.trim()).refine(text => text !== '', 'word_needed'),
  enabled: z.enum(['on', ''], 'not_in_list').transform(it => it === 'on'),
}).superRefine((draft, context) => {
  const code = problemOfText(draft.kind, draft.text)
  if (code) context.addIssue({ code: 'custom', path: ['text'], message: code })
}).superRefine(tellsWhy).transform(draft => ({ ...draft, text: cleanOf(draft.kind, draft.text) }))

/** try-words: any text, as somebody might post it. */
export const tryWordsDraft = z.object({ text: z.string().max(20_000, 'too_long_to_try') })

// Whoever is refused is told why.
function tellsWhy({ action, reason }: { action: string; reason: string }, context: z.RefinementCtx): void {
  if (action === 'block' && reason === '') context.addIssue({ code: 'custom', path: ['reason'], message: 'word_reason_needed' })
}

function problemOfText(kind: WordKind, text: string): string | null {
  if (kind === 'word') {
    // A single sign stands in half of all texts.
    if ([...folded(cleanLine(text))].length < 2) return 'word_too_short'
    return countGraphemes(text) > longestWord ? 'word_too_long' : null
  }
  if (text.length > longestPattern) return 'pattern_too_long'
  const read = readPattern(text)
  return 'problem' in read ? read.problem : null
}

const cleanOf = (kind: WordKind, text: string) => (kind === 'word' ? cleanLine(text) : cleanText(text))
