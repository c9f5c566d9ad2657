import { valueOf } from '@/domain/fields'
import type { Typed } from '../form/typed'

/** What came back, if it was this very form: one of these acts, with these values in its hidden fields. */
export function returnedTo(
  typed: Typed | null, acts: string[], same: Record<string, string | number> = {},
): Typed | null {
  if (!typed || !acts.includes(typed.act)) return null
  return Object.entries(same).every(([name, value]) => valueOf(typed.fields, name) === String(value)) ? typed : null
}
