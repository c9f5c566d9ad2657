import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FormKey } from '@/components/form/form-key'
import { QueueList } from '@/components/queue/queue-list'
import { queueKinds, type QueueKind } from '@/domain/moderation/queue'
import { permit } from '@/domain/permission'
import { readCurrent } from '@/db/connection'
import { countQueue, queuePage } from '@/db/moderation/queue/list'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { queue } = languageOf(await params).words
  return { title: queue.title, description: queue.description, robots: { index: false } }
}

const path = '/moderation/queue'

/** For moderators: what waits for them. `?kind=` narrows it to one kind. */
export default async function QueuePage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${path}`))
  if ('refused' in permit('work_queue', reader, null)) return missing()
  const search = await searchParams
  const [asked, after, done] = ['kind', 'after', 'done'].map(name => [search[name]].flat()[0])
  const kind = queueKinds.find(it => it === asked)
  const database = await readCurrent()
  const [{ items, next }, counts] = await Promise.all([
    queuePage(database, { ...(kind && { kind }), after: after ?? null, now: Date.now() }), countQueue(database),
  ])
  const { queue } = words
  const address = (of: { kind?: QueueKind | undefined; after?: string }) => {
    const query = new URLSearchParams({ ...(of.kind && { kind: of.kind }), ...(of.after && { after: of.after }) })
    return pathIn(lang, `${path}${query.size > 0 ? `?${query}` : ''}`)
  }
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation')}>{words.log.title}</a></p>
      <h1 className="finding">{queue.title}</h1>
      <p className="weight">{queue.openHere(counts.all)}</p>
      <p className="hint mb-4 mt-2 max-w-prose">{queue.intro}</p>
      {(done === 'decided' || done === 'empty') && (
        <p role="status" className="mb-4 border-l-4 border-approved py-1 pl-4">{queue.done[done]}</p>
      )}
      {counts.kinds.length > 1 && (
        <nav aria-label={queue.title} className="mb-2 flex flex-wrap gap-x-5 text-small">
          <a className="word-button aria-[current]:text-ink" href={address({})} aria-current={kind ? undefined : 'page'}>{queue.kindCount(queue.all, counts.all)}</a>
          {counts.kinds.map(it => (
            <a
              key={it.kind} className="word-button aria-[current]:text-ink" href={address({ kind: it.kind })}
              aria-current={kind === it.kind ? 'page' : undefined}
            >
              {queue.kindCount(queue.kinds[it.kind], it.n)}
            </a>
          ))}
        </nav>
      )}
      {items.length > 0 && (
        <form method="post" action="/do/claim-next" className="mb-5">
          <FormKey formKey={newFormKey()} lang={lang} back={path} />
          <input type="hidden" name="kind" value={kind ?? ''} />
          <button className="button button-main" data-key="n">{queue.takeNext}</button>
        </form>
      )}
      {items.length > 0
        ? <QueueList items={items} lang={lang} words={words} />
        : <p className="border-y border-hair py-4 text-soft">{queue.none}</p>}
      <div className="mt-4 flex gap-4">
        {next && <a className="button" rel="next" href={address({ kind, after: next })}>{queue.more}</a>}
        {after && <a className="word-button" href={address({ kind })}>{queue.first}</a>}
      </div>
      <p className="hint mt-8 hidden max-w-prose sm:block">{queue.keys}</p>
    </>
  )
}
