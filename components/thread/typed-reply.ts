import type { Problem } from '@/domain/case/problem'
import { valueOf } from '@/domain/fields'
import type { Typed } from '../form/typed'

/** The reply that came back, and which reply it was meant for (null: the case itself). */
export type TypedReply = { key: string; parentId: number | null; words: string; problems: Problem[] }

/** What came back, if it was a reply to this case. */
export function typedReply(typed: Typed | null, caseId: number): TypedReply | null {
  if (typed?.act !== 'reply' || valueOf(typed.fields, 'case') !== String(caseId)) return null
  const parent = valueOf(typed.fields, 'parent')
  const parentId = /^\d+$/.test(parent) ? Number(parent) : null
  return { key: typed.key, parentId, words: valueOf(typed.fields, 'words'), problems: typed.problems }
}
