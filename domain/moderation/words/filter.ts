import { fold, folded, type Folded } from './fold'
import { readPattern, type Pattern } from './pattern'
import type { WordRule } from './rule'

/** A rule that was found, and where in the original text, in code units. */
export type Found = { rule: WordRule; from: number; to: number }

/** The rules made ready: every literal word in one tree, the patterns one by one. */
export type WordFilter = { words: Branch; patterns: { rule: WordRule; pattern: Pattern }[]; size: number }

type Branch = { rules: WordRule[]; next: Map<number, Branch> }

/** Makes ready the enabled ones among these rules. A pattern that cannot be read (any longer) finds nothing. */
export function readyFilter(rules: readonly WordRule[]): WordFilter {
  const filter: WordFilter = { words: branch(), patterns: [], size: 0 }
  for (const rule of rules) {
    if (!rule.enabled) continue
    filter.size++
    if (rule.kind === 'word') plant(filter.words, rule)
    else {
      const pattern = readPattern(rule.text)
      if ('run' in pattern) filter.patterns.push({ rule, pattern })
    }
  }
  return filter
}

// A pattern found so often in one text is found in all the rest of it.
const mostFinds = 30

/**
 * All that is found in a text, in its order. Costs for literal words at most the length of the text times that of the longest
 * word, however many words there are; for patterns see `mostInstructionsInAll` (rule.ts).
 */
export function findWords(filter: WordFilter, text: string): Found[] {
  if (filter.size === 0 || text === '') return []
  const it = fold(text)
  const found = [...literalsIn(filter.words, it), ...filter.patterns.flatMap(each => matchesOf(each, it, text.length))]
  return found.sort((a, b) => a.from - b.from || b.to - a.to || a.rule.id - b.rule.id)
}

function* literalsIn(root: Branch, it: Folded): Generator<Found> {
  const { text } = it
  for (let start = 0; start < text.length; start++) {
    let at: Branch | undefined = root
    for (let end = start; (at = at.next.get(text.charCodeAt(end))); end++) {
      if (at.rules.length > 0 && standsAlone(text, start, end + 1)) {
        for (const rule of at.rules) yield { rule, from: it.from[start]!, to: it.to[end]! }
      }
    }
  }
}

function matchesOf({ rule, pattern }: { rule: WordRule; pattern: Pattern }, it: Folded, length: number): Found[] {
  const found: Found[] = []
  const matcher = pattern.run.matcher(it.text)
  // For refusing and for waiting once is enough; what is covered is looked for to the end.
  const most = rule.action === 'mask' ? mostFinds : 1
  while (found.length < most && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()]
    if (end > start) found.push({ rule, from: it.from[start]!, to: it.to[end - 1]! })
  }
  if (found.length === mostFinds) found.at(-1)!.to = length
  return found
}

// "cas" is not in "case": where a word begins or ends in a Latin letter or a digit, so must what stands in the text.
function standsAlone(text: string, start: number, end: number): boolean {
  return !(runsOn(text[start - 1]) && runsOn(text[start])) && !(runsOn(text[end - 1]) && runsOn(text[end]))
}

const runsOn = (sign: string | undefined) => sign !== undefined && /[a-z0-9]/.test(sign)

function plant(root: Branch, rule: WordRule): void {
  const word = folded(rule.text)
  // What is kept is not read anew when more of it is folded away; a single sign would be found in half of all texts.
  if ([...word].length < 2) return
  let at = root
  for (let unit = 0; unit < word.length; unit++) {
    const code = word.charCodeAt(unit)
    const next = at.next.get(code) ?? branch()
    at.next.set(code, next)
    at = next
  }
  at.rules.push(rule)
}

const branch = (): Branch => ({ rules: [], next: new Map() })
