import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { WebhookForm } from '@/components/following/webhook-form'
import { WebhookList } from '@/components/following/webhook-list'
import { mostWebhooks } from '@/domain/webhooks/webhook'
import { read } from '@/db/connection'
import { deliveriesOf } from '@/db/webhooks/deliveries'
import { webhooksOf } from '@/db/webhooks/webhooks'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { proofAsked } from '../../../prove'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { webhooks, about } = languageOf(await params).words
  return { title: webhooks.title, description: about.webhooks, robots: { index: false } }
}

/** A reader's webhooks with what each was last sent, and a form for one more. */
export default async function WebhooksPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/webhooks'))
  const search = await searchParams
  const [database, now] = [await read(), Date.now()]
  const [rows, proof, typed] = await Promise.all([webhooksOf(database, reader.id), proofAsked(reader, now), typedDraft(search)])
  const lines = await Promise.all(rows.map(async row => ({ ...row, deliveries: await deliveriesOf(database, row.id) })))
  const { webhooks: say } = words
  const done = typeof search.done === 'string' && Object.hasOwn(say.done, search.done) ? say.done[search.done] : null
  const back = '/me/webhooks'
  return (
    <div className="max-w-prose">
      <h1 className="finding mb-2">{say.title}</h1>
      <p className="text-soft">{say.about}</p>
      <p className="flex flex-wrap gap-x-6">
        <a className="lone" href={pathIn(lang, '/me/follows')}>{say.toFollows}</a>
        <a className="lone" href={pathIn(lang, '/api-docs#webhooks')}>{say.toManual}</a>
      </p>
      {done && <p role="status" className="my-4 border-l-4 border-approved py-1 pl-4">{done}</p>}
      <h2 className="mt-6 mb-2 text-lead">{say.list}</h2>
      <WebhookList
        typed={typed} proof={proof} owner={reader.name} lines={lines} mayChange={!reader.suspended} now={now}
        back={back} newKey={newFormKey} lang={lang} words={words}
      />
      {!reader.suspended && (
        <>
          <h2 className="mt-12 mb-4 text-lead">{say.addTitle}</h2>
          {proof === 'sign_in' ? <p>{words.twoStep.proofSignIn}</p> : rows.length >= mostWebhooks ? <p>{say.full(mostWebhooks)}</p> : (
            <WebhookForm
              typed={typed?.act === 'add-webhook' ? typed : null} proof={proof} owner={reader.name}
              back={back} newKey={newFormKey()} lang={lang} words={words}
            />
          )}
        </>
      )}
    </div>
  )
}
