import type { Metadata } from 'next'
import { trustLevels } from '@/domain/people/trust'
import { read } from '@/db/connection'
import { preModeration } from '@/db/moderation/pre-moderation'
import { trustOfPerson } from '@/db/people/trust'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../page-words'
import { viewer } from '../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { trust } = languageOf(await params).words.queue
  return { title: trust.title, description: trust.description }
}

/** How far people are trusted, what follows from it, and whose posts wait for a moderator here. */
export default async function TrustPage({ params }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { trust } = words.queue
  const [database, reader] = [await read(), await viewer()]
  const mode = await preModeration(database)
  const level = reader.kind === 'member' ? await trustOfPerson(database, reader.id, Date.now()) : null
  return (
    <div className="max-w-prose">
      <h1 className="finding">{trust.title}</h1>
      <div className="words mt-3">{trust.intro.map(paragraph => <p key={paragraph}>{paragraph}</p>)}</div>
      {level !== null && <p role="status" className="mt-4 border-l-4 border-approved py-1 pl-4">{trust.yours(level)}</p>}
      {trustLevels.map(it => (
        <section key={it} aria-labelledby={`level-${it}`} className="mt-6 border-t border-hair pt-4">
          <h2 id={`level-${it}`} className="text-lead">{trust.levels[it].name}</h2>
          <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[7rem_1fr]">
            <dt className="text-small text-soft">{trust.how}</dt><dd>{trust.levels[it].how}</dd>
            <dt className="text-small text-soft">{trust.what}</dt><dd>{trust.levels[it].what}</dd>
          </dl>
        </section>
      ))}
      <section aria-labelledby="waits" className="mt-6 border-t border-hair pt-4">
        <h2 id="waits" className="text-lead">{trust.waitsTitle}</h2>
        <p className="mt-2">{trust.whoWaits[mode]}</p>
        <p className="hint mt-2">{trust.waitsHint}</p>
      </section>
      <p className="mt-6"><a className="lone" href={pathIn(lang, '/moderation')}>{trust.logLink}</a></p>
    </div>
  )
}
