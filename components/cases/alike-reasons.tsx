import type { LikenessReason } from '@/domain/case/likeness'
import type { Process, Stage } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { nameOfStage } from './event-words'

type Props = { because: LikenessReason[]; process: Process; words: Words }

/** Why a case is shown beside another, in words: what the two share. */
export function AlikeReasons({ because, process, words }: Props) {
  const { alike } = words.together
  return (
    <ul aria-label={alike.label} className="mt-2 flex flex-wrap gap-x-2 gap-y-1.5 text-mini">
      {because.map(reason => (
        <li key={reason.field} className="rounded-[3px] border border-line px-2 py-0.5 text-soft">{sayReason(reason, process, words)}</li>
      ))}
    </ul>
  )
}

function sayReason({ field, codes }: LikenessReason, process: Process, words: Words): string {
  const { together: { alike }, site, codes: names } = words
  const lists: Partial<Record<LikenessReason['field'], Record<string, string>>> = {
    reason: names.reason, proof_demanded: names.proof, name_pattern: names.namePattern, category: names.category,
    feature: names.feature, subject: names.subject,
  }
  const say = (code: string) => (field === 'waits_in' ? nameOfStage(code as Stage, process, words) : lists[field]?.[code] ?? code)
  return alike.because[field](codes.map(say).join(site.listSeparator))
}
