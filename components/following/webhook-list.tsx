import type { PausedWhy } from '@/domain/webhooks/webhook'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { ProofField } from '../people/proof-field'
import { sayDay } from '../say/time'
import { DeliveryList, type DeliveryLine } from './delivery-list'

export type WebhookLine = {
  id: number
  url: string
  /** Epoch milliseconds, these and below. */
  createdAt: number
  renewedAt: number | null
  failures: number
  pausedAt: number | null
  pausedWhy: PausedWhy | null
  deliveries: DeliveryLine[]
}

type Props = {
  typed: Typed | null; proof: 'none' | 'password' | 'sign_in'; owner: string
  lines: WebhookLine[]; mayChange: boolean; now: number; back: string; newKey: () => string; lang: Language; words: Words
}

/** Somebody's webhooks: how each does, what it was sent, and what he can do with it. */
export function WebhookList({ typed, proof, owner, lines, mayChange, now, back, newKey, lang, words }: Props) {
  const { webhooks: say, site } = words
  if (lines.length === 0) return <p>{say.none}</p>
  const asksHim = mayChange && proof === 'password'
  return (<>
    <ul className="border-t border-hair">
      {lines.map(line => {
        const button = (act: string, label: string, fields: Record<string, string> = {}) => (
          <form method="post" action={`/do/${act}`}>
            <FormKey formKey={newKey()} lang={lang} back={back} />
            <input type="hidden" name="webhook" value={line.id} />
            {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
            <button className="word-button" aria-label={site.named(line.url, label)}>{label}</button>
          </form>
        )
        const isOn = line.pausedAt === null
        return (
          <li key={line.id} className="border-b border-hair py-3">
            <p className="break-all"><bdi dir="ltr" className="font-semibold">{line.url}</bdi></p>
            <p className="hint">{[say.added(sayDay(line.createdAt)), ...(line.renewedAt === null ? [] : [say.renewed(sayDay(line.renewedAt))])].join(' · ')}</p>
            <p className={`my-1 border-l-4 pl-3 ${isOn && line.failures === 0 ? 'border-approved' : 'border-waiting'}`}>{stateOf(line, say)}</p>
            <div className="flex flex-wrap gap-x-6">
              {mayChange && isOn && button('test-webhook', say.test)}
              {mayChange && button('pause-webhook', isOn ? say.pause : say.resume, { wanted: isOn ? 'on' : 'off' })}
              {mayChange && proof === 'none' && button('renew-webhook-secret', say.renew)}
              {asksHim && (
                <button className="word-button" form={renewing} name="webhook" value={line.id} aria-label={site.named(line.url, say.renew)}>{say.renew}</button>
              )}
              {button('remove-webhook', say.remove)}
            </div>
            <DeliveryList lines={line.deliveries} of={line.url} now={now} words={words} />
          </li>
        )
      })}
    </ul>
    {asksHim && (
      <form id={renewing} method="post" action="/do/renew-webhook-secret" className="mt-6 max-w-[26rem]">
        <FormKey formKey={newKey()} lang={lang} back={back} />
        <p className="hint">{say.renewAsks}</p>
        <ProofField
          proof={proof} field="current_password" name={owner} words={words.people}
          error={problemAt(typed?.act === 'renew-webhook-secret' ? typed.problems : [], 'current_password', words)}
        />
      </form>
    )}
  </>)
}

// One password for whichever of the buttons above it is pressed.
const renewing = 'renew'

function stateOf({ pausedAt, pausedWhy, failures }: WebhookLine, say: Words['webhooks']): string {
  if (pausedAt !== null) return say.paused[pausedWhy ?? 'owner']
  return failures === 0 ? say.working : say.failing(failures)
}
