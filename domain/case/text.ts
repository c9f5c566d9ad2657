import type { MaskedKind } from '../codes'
import { cleanLine, cleanText } from '../text/clean'
import { countBytes, countGraphemes, isTooShort, leastGraphemes } from '../text/graphemes'
import type { CaseDraft } from './case'
import { maskPersonalData } from './masking'
import { faultOfNameShape } from './name-shape'
import type { Problem } from './problem'

/** What was masked, and in which field, so that the writer can be told. */
export type Masked = { path: string; kinds: MaskedKind[] }

// A title is one line of a list on a phone; a note stands beside a bead; words are an article and not a book.
export const mostTitle = 60
export const mostNote = 140
export const mostWords = 20_000
export const mostWordsBytes = 64 * 1024
export const mostAuditFirm = 40

/**
 * A draft with every free text cleaned, masked and measured; texts that hold nothing are left out. Lengths are in
 * characters as people count them, the words' size in bytes too.
 */
export function tidyTexts<Draft extends CaseDraft>(
  draft: Draft,
): { draft: Draft; problems: Problem[]; masked: Masked[] } {
  const problems: Problem[] = []
  const masked: Masked[] = []

  const tidy = (path: string, text: string | undefined, clean: (text: string) => string, most: number) => {
    if (text === undefined) return undefined
    const found = maskPersonalData(clean(text))
    if (found.masked.length > 0) masked.push({ path, kinds: found.masked })
    const length = countGraphemes(found.text)
    if (length > most) problems.push({ path, code: 'too_long', values: { most, length } })
    return found.text === '' ? undefined : found.text
  }
  const demandEnough = (path: string, text: string | undefined, part: 'title' | 'body') => {
    if (text === undefined || !isTooShort(text, part)) return
    const values = { least: leastGraphemes(text, part), length: countGraphemes(text) }
    problems.push({ path, code: 'too_short', values })
  }

  const title = tidy('title', draft.title, cleanLine, mostTitle)
  demandEnough('title', title, 'title')
  const words = tidy('words', draft.words, cleanText, mostWords)
  demandEnough('words', words, 'body')
  if (words !== undefined && countBytes(words) > mostWordsBytes) {
    problems.push({ path: 'words', code: 'too_many_bytes', values: { most: mostWordsBytes } })
  }
  const audit_firm = tidy('audit_firm', draft.facts.audit_firm, cleanLine, mostAuditFirm)
  const name_shape = draft.facts.name_shape === undefined ? undefined : cleanLine(draft.facts.name_shape) || undefined
  const fault = name_shape && faultOfNameShape(name_shape)
  if (fault) problems.push({ path: 'name_shape', code: fault })

  return {
    draft: {
      ...draft,
      ...put('title', title),
      ...put('words', words),
      facts: { ...draft.facts, ...put('audit_firm', audit_firm), ...put('name_shape', name_shape) },
      events: draft.events.map((event, at) =>
        ({ ...event, ...put('note', tidy(`events.${at}.note`, event.note, cleanLine, mostNote)) })),
    },
    problems,
    masked,
  }
}

const put = (name: string, value: string | undefined) => ({ [name]: value })
