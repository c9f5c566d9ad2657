import type { Problem } from '../../case/problem'
import { firstGraphemes } from '../../text/graphemes'
import { findWords, type Found, type WordFilter } from './filter'

/** A text in the field that it was written in. */
export type FieldText = { path: string; text: string }

/** What the filter makes of somebody's texts. */
export type Sifted = {
  /** Beside each field what is not allowed there, and why; nothing is to be stored then. */
  problems: Problem[]
  /** Each field in which something was covered, with its text as it is to be stored. */
  masked: Map<string, string>
  /** What a moderator is to look at: the rules and the words. Empty: nothing. */
  waits: { rule: number; found: string }[]
}

const shown = 40

/** Looks at texts of one post. A word that waits may be covered as well; one that is refused is only refused. */
export function sift(filter: WordFilter, texts: readonly FieldText[]): Sifted {
  const sifted: Sifted = { problems: [], masked: new Map(), waits: [] }
  for (const { path, text } of texts) {
    const found = findWords(filter, text)
    const by = (action: string) => found.filter(({ rule }) => rule.action === action)
    const said = (it: Found) => firstGraphemes(text.slice(it.from, it.to), shown)
    const first = by('block')[0]
    if (first) sifted.problems.push({ path, code: 'word_blocked', values: { found: said(first), reason: first.rule.reason } })
    const cover = by('mask')
    if (cover.length > 0) sifted.masked.set(path, coverIn(text, cover))
    for (const it of by('queue')) {
      if (!sifted.waits.some(other => other.rule === it.rule.id)) sifted.waits.push({ rule: it.rule.id, found: said(it) })
    }
  }
  return sifted
}

/** As many signs as were there, so that a length that was right stays right. */
function coverIn(text: string, found: readonly Found[]): string {
  let [covered, done] = ['', 0]
  for (const { from, to } of found) {
    if (to <= done) continue
    const start = Math.max(from, done)
    covered += text.slice(done, start) + '＊'.repeat([...text.slice(start, to)].length)
    done = to
  }
  return covered + text.slice(done)
}
