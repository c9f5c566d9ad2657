import { mostPerAccountStageMonth } from './thresholds'

/** What decides whether a spell counts: who told it, of which stage, and when it started (null: month unknown). */
export type Attributed = {
  stage: string, account: string, startMonth: string | null, caseId: number, order: number, round: number,
}

/**
 * At most 3 spells per account × stage × start month, the first by case id, fee order and round, so that one person can
 * move a figure only so far and the same ones count on every reading. Spells of an unknown month share one such month.
 */
export function capPerAccount<S extends Attributed>(spells: readonly S[]): S[] {
  const order = orderOf(spells)
  const counts = countedAmong(spells, () => true, order)
  const at = (place: number) => (order ? order[place]! : place)
  const capped: S[] = []
  for (let place = 0; place < spells.length; place++) if (counts[at(place)]) capped.push(spells[at(place)]!)
  return capped
}

/**
 * The same as marks: 1 at the place of each spell that counts, of those `among` which it is decided.
 * @param order the places in the order of cases, orders and rounds; null where that is the order they stand in
 */
export function countedAmong<S extends Attributed>(
  spells: readonly S[], among: (spell: S) => boolean, order = orderOf(spells),
): Uint8Array {
  const marks = new Uint8Array(spells.length)
  const counted = new Map<string, Map<string | null, Map<string, number>>>()
  for (let place = 0; place < spells.length; place++) {
    const i = order ? order[place]! : place
    const spell = spells[i]!
    if (!among(spell)) continue
    const ofMonth = known(known(counted, spell.stage), spell.startMonth)
    const before = ofMonth.get(spell.account) ?? 0
    if (before >= mostPerAccountStageMonth) continue
    ofMonth.set(spell.account, before + 1)
    marks[i] = 1
  }
  return marks
}

/** The same of cases, which are capped by a month alone; they stand in their order, as they come from the database. */
export function capCases<C extends { account: string; month: string | null; caseId: number }>(cases: readonly C[]): C[] {
  const inOrder = cases.every(({ caseId }, i) => i === 0 || cases[i - 1]!.caseId <= caseId) ? cases : [...cases].sort((a, b) => a.caseId - b.caseId)
  const counted = new Map<string | null, Map<string, number>>()
  return inOrder.filter(({ account, month }) => {
    const ofMonth = known(counted, month)
    const before = ofMonth.get(account) ?? 0
    if (before >= mostPerAccountStageMonth) return false
    ofMonth.set(account, before + 1)
    return true
  })
}

/** Null where they stand in order already, as they come from the database: to look costs less than to sort. */
export function orderOf(spells: readonly Attributed[]): Uint32Array | null {
  const compare = (a: number, b: number) => compareSpells(spells[a]!, spells[b]!)
  for (let i = 1; i < spells.length; i++) if (compare(i - 1, i) > 0) return Uint32Array.from(spells.keys()).sort((a, b) => compare(a, b) || a - b)
  return null
}

function compareSpells(a: Attributed, b: Attributed): number {
  return a.caseId - b.caseId || a.order - b.order || a.round - b.round
}

function known<Key, K, V>(of: Map<Key, Map<K, V>>, key: Key): Map<K, V> {
  const there = of.get(key)
  if (there) return there
  const none = new Map<K, V>()
  of.set(key, none)
  return none
}
