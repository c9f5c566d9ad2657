import type { Stage } from '../codes'
import type { Minute } from './interval'

/** What two cases may share, as `field:code`. */
export type Traits = ReadonlySet<string>

export type LikenessField = 'reason' | 'proof_demanded' | 'name_pattern' | 'category' | 'waits_in' | 'began' | 'feature' | 'subject'
/** Why a case is like another: what they share, with the codes that both have (of `began` there are none). */
export type LikenessReason = { field: LikenessField; codes: string[] }
export type Likeness = { weight: number; reasons: LikenessReason[] }

// A shared reason or name pattern says more about what will happen than the kind of account does. In this order they are said.
const weights: Record<LikenessField, number> = {
  reason: 4, proof_demanded: 3, name_pattern: 3, waits_in: 3, category: 2, began: 1, feature: 1, subject: 1,
}
const fields = Object.keys(weights) as LikenessField[]
const nearInTime = 31 * 24 * 60

// "I do not know" and "nothing was asked" are shared by everyone and liken nobody.
const telling = (trait: string) => !/:(unknown|none|none_given|other)$/.test(trait)

/**
 * How alike two cases of one process are, and by what. Each shared code counts its field's weight. Weight 0: they share
 * nothing that tells anything but the kind of account, or the time.
 */
export function likeness(one: Traits, other: Traits): Likeness {
  const shared = [...one].filter(trait => telling(trait) && other.has(trait))
  const reasons = fields.flatMap((field): LikenessReason[] => {
    const codes = shared.filter(trait => trait.startsWith(`${field}:`)).map(trait => trait.slice(field.length + 1))
    return codes.length > 0 ? [{ field, codes }] : []
  })
  if (reasons.every(({ field }) => field === 'subject')) return { weight: 0, reasons: [] }
  return { weight: reasons.reduce((sum, { field, codes }) => sum + weights[field] * codes.length, 0), reasons }
}

/** The trait of a case that still waits: in which stage. */
export function waitsIn(stage: Stage): string {
  return `waits_in:${stage}`
}

/** The same likeness where the two also began within a month of one another; null is a beginning that nobody told. */
export function nearer({ weight, reasons }: Likeness, one: Minute | null, other: Minute | null): Likeness {
  if (weight === 0 || one === null || other === null || Math.abs(one - other) > nearInTime) return { weight, reasons }
  const at = reasons.findIndex(({ field }) => fields.indexOf(field) > fields.indexOf('began'))
  const began: LikenessReason = { field: 'began', codes: [] }
  return { weight: weight + weights.began, reasons: at === -1 ? [...reasons, began] : reasons.toSpliced(at, 0, began) }
}
