import type { Appeal } from '@/domain/moderation/appeal'
import type { Words } from '@/messages/words'
import { sayDay } from '../say/time'

type Props = { appeal: Appeal; stands: boolean; words: Words['appeals'] }

/** What somebody said against a measure, and what came of it. */
export function AppealSaid({ appeal, stands, words }: Props) {
  const { decision } = appeal
  return (
    <div className="mt-3">
      <p className="text-small text-soft">{words.saidOn(sayDay(appeal.at))}</p>
      <p className="border-l-4 border-line py-1 pl-4 whitespace-pre-wrap" dir="auto">{appeal.words}</p>
      {decision && (
        <p className={`mt-2 border-l-4 py-1 pl-4 ${decision.verdict === 'overturn' ? 'border-approved' : 'border-refused'}`}>
          <bdi>{words.verdict[decision.verdict](decision.by ?? words.nobody, sayDay(decision.at), decision.answer)}</bdi>
        </p>
      )}
      {!decision && <p className="mt-2 text-soft">{stands ? words.waits : words.moot}</p>}
    </div>
  )
}
