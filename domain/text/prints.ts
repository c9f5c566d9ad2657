// Near-identical texts are found by prints (MinHash, Broder 1997): of all runs of three signs a text has, some are chosen by
// chance, the same chance for every text, so two texts share as many of them as they share runs. Several together are one
// print; whoever shares a print is worth comparing, and comparing is exact.

/** Runs of signs: Chinese words have two, and three hold what stands between them as well. */
const run = 3
/** A shorter text says what many say: "same here, three days already". In runs. */
export const leastRuns = 30
/** From this likeness on two texts count as one; measured, see docs/decisions/0027-the-same-told-twice.md. */
export const alikeFrom = 0.8
/** A text as long as this, and as alike as this, counts as one whatever is told beside it. */
export const sameFrom = { runs: 60, likeness: 0.9 }

// A pair of likeness s shares a print with chance 1 − (1 − s⁴)⁸: 0.98 at 0.8, 0.40 at 0.5, 0.01 at 0.2.
const prints = 8
const perPrint = 4

/** The text as far as likeness goes: NFKC, without case, quoted lines, and signs that are neither letter nor digit. */
function plainSigns(text: string): string {
  return text.replace(/^ {0,3}>.*$/gm, '').normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** All different runs of a text. */
export function runsOf(text: string): Set<string> {
  const signs = [...plainSigns(text)]
  return new Set(signs.slice(run - 1).map((_, at) => signs.slice(at, at + run).join('')))
}

/** The prints of a text, as integers that every engine can keep; none of one that is too short to be told apart. */
export function printsOf(text: string): number[] {
  const runs = runsOf(text)
  if (runs.size < leastRuns) return []
  const least = new Uint32Array(prints * perPrint).fill(0xffffffff)
  for (const signs of runs) {
    const hash = hashOf(signs)
    for (let at = 0; at < least.length; at++) {
      const mixed = mix(hash ^ mix(at + 1))
      if (mixed < least[at]!) least[at] = mixed
    }
  }
  return Array.from({ length: prints }, (_, print) => {
    let [high, low] = [mix(print + 1), mix(print + 101)]
    for (const it of least.subarray(print * perPrint, (print + 1) * perPrint)) {
      high = mix(high ^ it)
      low = mix(low + it)
    }
    return (high & 0xfffff) * 2 ** 32 + low
  })
}

/** How alike two texts are, by their runs: what they share of what both have, 0 to 1 (Jaccard). */
export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter(it => other.has(it)).length
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

// FNV-1a over code units.
function hashOf(signs: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < signs.length; at++) hash = Math.imul(hash ^ signs.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

// The finalizer of MurmurHash3: every bit of what goes in moves half of what comes out.
function mix(hash: number): number {
  let it = hash
  it = Math.imul(it ^ (it >>> 16), 0x85ebca6b)
  it = Math.imul(it ^ (it >>> 13), 0xc2b2ae35)
  return (it ^ (it >>> 16)) >>> 0
}
