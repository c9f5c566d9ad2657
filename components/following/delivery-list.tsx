import { oldest } from '@/domain/webhooks/patience'
import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'

export type DeliveryLine = {
  id: number
  ref: string
  event: string
  attempts: number
  /** What the last answer was; null where there was none. */
  status: number | null
  failure: string | null
  /** Epoch milliseconds, all of these. */
  createdAt: number
  deliveredAt: number | null
  givenUpAt: number | null
}

/** What a webhook was last sent, the latest first, and what became of it. */
export function DeliveryList({ lines, of, now, words }: { lines: DeliveryLine[]; of: string; now: number; words: Words }) {
  const { webhooks: say, site } = words
  if (lines.length === 0) return <p className="hint">{say.noDeliveries}</p>
  return (
    <details>
      <summary className="min-h-11 cursor-pointer content-center text-small" aria-label={site.named(of, say.deliveries)}>{say.deliveries}</summary>
      <ul className="text-small">
        {lines.map(line => (
          <li key={line.id} className="border-t border-hair py-1.5">
            <p><code>{line.event}</code> · <TimeOf at={line.createdAt} /></p>
            <p>{becameOf(line, now, say)}{line.attempts > 1 && ` · ${say.attempts(line.attempts)}`}</p>
            <p className="hint break-all"><code>{line.ref}</code></p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function becameOf({ status, failure, createdAt, deliveredAt, givenUpAt }: DeliveryLine, now: number, say: Words['webhooks']): string {
  if (deliveredAt !== null) return say.delivered(status ?? 0)
  if (failure === null) return say.waiting
  const known = Object.hasOwn(say.failures, failure) ? say.failures[failure as keyof typeof say.failures] : say.failures.other
  const why = failure === 'answer' && status !== null ? say.answered(status) : known
  return givenUpAt !== null || now > createdAt + oldest ? say.givenUp(why) : say.again(why)
}
