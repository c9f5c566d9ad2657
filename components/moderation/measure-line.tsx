import type { Measure } from '@/domain/moderation/appeal'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayDay } from '../say/time'

type Props = { measure: Measure; lang: Language; words: Words }

/** What was done, to what, until when, by whom and why. */
export function MeasureLine({ measure, lang, words: { appeals, log } }: Props) {
  const { kind, caseId, replyId, by, reason, at, endsAt } = measure
  const name = caseId === null ? null : replyId === null ? log.caseRef(caseId) : log.replyRef(caseId, replyId)
  const end = kind === 'silence' || kind === 'suspension' ? appeals.end(endsAt === null ? null : sayDay(endsAt)) : null
  return (
    <>
      <p className="font-semibold">
        {appeals.kinds[kind]}
        {name && <> <a href={pathIn(lang, replyId === null ? `/cases/${caseId}` : `/replies/${replyId}`)}>{name}</a></>}
        {end && <> · {end}</>}
      </p>
      <p className="text-small text-soft">
        <bdi>{appeals.doneBy(by ?? appeals.nobody, sayDay(at))}</bdi> · {log.reason}<bdi className="text-ink">{reason}</bdi>
      </p>
    </>
  )
}
