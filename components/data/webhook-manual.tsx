import { webhookEvents } from '@/domain/webhooks/event'
import { exampleCheck, exampleDelivery } from '@/domain/webhooks/examples'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Props = {
  /** The address of this site, without a slash at the end. */
  site: string
  lang: Language
  words: Words['webhooks']
}

/** What a webhook is sent, how its receiver checks it, and what to mind. */
export function WebhookManual({ site, lang, words }: Props) {
  const { manual } = words
  const { head, body } = exampleDelivery(site, words.events['case.replied'](12))
  return (
    <section id="webhooks" className="mt-12">
      <h2 className="text-lead">{manual.title}</h2>
      <p className="mt-2 max-w-prose">{manual.intro}</p>
      <p><a className="lone" href={pathIn(lang, '/me/webhooks')}>{manual.toPage}</a></p>
      <h3 className="mt-4 font-semibold">{manual.body}</h3>
      <Code text={`${head}\n\n${body}`} />
      <h3 className="mt-6 font-semibold">{manual.check}</h3>
      <p className="hint max-w-prose">{manual.checkAbout}</p>
      <Code text={exampleCheck} />
      <h3 className="mt-6 font-semibold">{manual.events}</h3>
      <dl className="mt-2 max-w-[60rem] border-t border-hair text-small">
        {webhookEvents.map(event => (
          <div key={event} className="gap-x-6 border-b border-hair py-1.5 sm:grid sm:grid-cols-[12rem_1fr]">
            <dt><code>{event}</code></dt>
            <dd className="text-soft">{words.events[event](12)}</dd>
          </div>
        ))}
      </dl>
      <dl className="max-w-prose">
        {manual.notes.map(([title, text]) => (
          <div key={title} className="mt-6">
            <dt className="font-semibold">{title}</dt>
            <dd className="mt-1">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Code({ text }: { text: string }) {
  return <pre tabIndex={0} className="mt-2 max-w-[60rem] overflow-x-auto rounded-[3px] bg-left-wash px-4 py-3 text-small leading-relaxed"><code>{text}</code></pre>
}
