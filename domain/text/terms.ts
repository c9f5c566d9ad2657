// Chinese is written without spaces and its words mostly have two characters, so a run of Han is cut into
// overlapping pairs; everything else is cut at what is neither letter nor digit. What is indexed and what is asked
// for go through the same knife.

/** Longer runs are addresses and keys, not words. */
const longestTerm = 64
/** What a question may cost: this much of it is read, and this many terms must be found. */
const longestQuery = 200
const mostTerms = 24

/** A term that must be found, as it is or (one sign alone) as the beginning of one. */
export type SoughtTerm = { term: string; prefix: boolean }

/**
 * The different terms of a text, lower case and NFKC: 软著备案 → 软著 著备 备案, v2 API → v2 api. They hold letters, digits
 * and their marks only, never a space, a quote or an operator.
 */
export function termsOf(text: string): string[] {
  return [...new Set(runsOf(text).flatMap(run => (run.han ? pairsOf(run.text) : [run.text])))]
}

/** As `termsOf`, with the last sign of each Han run alone as well: a pair begins with every sign but that one. */
export function termsToIndex(text: string): string[] {
  const last = runsOf(text).filter(run => run.han).map(run => [...run.text].at(-1)!)
  return [...new Set([...termsOf(text), ...last])]
}

/** What must be found, all of it, for a text to answer the question. */
export function termsToSeek(query: string): SoughtTerm[] {
  const terms = termsOf(query.slice(0, longestQuery).toWellFormed()).slice(0, mostTerms)
  return terms.map(term => ({ term, prefix: [...term].length === 1 }))
}

type Run = { text: string; han: boolean }

function runsOf(text: string): Run[] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(run)].map(([found, han]) => {
    if (han !== undefined) return { text: found, han: true }
    return { text: found.slice(0, longestTerm).toWellFormed(), han: false }
  })
}

// Han and kana, which run on; or letters, digits and the marks upon them.
const runsOn = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]'
const run = new RegExp(`(${runsOn}+)|(?:(?!${runsOn})[\\p{L}\\p{N}\\p{M}])+`, 'gu')

function pairsOf(text: string): string[] {
  const signs = [...text]
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => signs[at] + sign)
}
