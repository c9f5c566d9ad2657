import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FollowList } from '@/components/following/follow-list'
import { isId } from '@/domain/ids'
import { read } from '@/db/connection'
import { followsOf } from '@/db/following/follow'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey } from '../../../typed-draft'
import { viewer } from '../../../viewer'
import { linesOf } from './lines'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { following, about } = languageOf(await params).words
  return { title: following.title, description: about.follows, robots: { index: false } }
}

/** What a reader follows, the latest first, each with a button that ends it. */
export default async function FollowsPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/follows'))
  const { after } = await searchParams
  const database = await read()
  const page = await followsOf(database, reader.id, { after: typeof after === 'string' && isId(after) ? Number(after) : null })
  const { following } = words
  return (
    <>
      <h1 className="finding mb-2">{following.title}</h1>
      <p className="max-w-prose text-soft">{following.about}</p>
      <p className="mb-6"><a className="lone" href={pathIn(lang, '/me/webhooks')}>{words.webhooks.title}</a></p>
      {page.follows.length === 0
        ? <p>{following.none}</p>
        : <FollowList lines={await linesOf(database, page.follows, { lang, words })} back="/me/follows" newKey={newFormKey} lang={lang} words={following} />}
      {page.next && (
        <p className="mt-4">
          <a className="button" data-more="follows" href={pathIn(lang, `/me/follows?after=${page.next}`)}>{following.more}</a>
        </p>
      )}
    </>
  )
}
