import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { CaseList } from '@/components/cases/case-list'
import { FeedLinks } from '@/components/feeds/feed-links'
import { FollowForm } from '@/components/following/follow-form'
import { TagMeaning } from '@/components/moderation/tag-meaning'
import { listCases } from '@/db/cases/list'
import { read } from '@/db/connection'
import { tagNamed } from '@/db/moderation/tags'
import { nameIn } from '@/components/moderation/tag-words'
import { pathIn } from '@/messages/languages'
import { followedBy } from '../../../followed'
import { feedsInHead } from '../../../feeds/head'
import { missing, missingHead } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey } from '../../../typed-draft'
import { audience } from '../../../viewer'

type Props = PageProps<{ tag: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  const tag = await tagNamed(await read(), decoded((await params).tag))
  if (!tag) return missingHead()
  const description = lang === 'zh' ? tag.descriptionZh : tag.descriptionEn
  const title = words.log.tags.ofTag(nameIn(lang, tag))
  return { title, description, ...feedsInHead(lang, `/tags/${tag.slug}`, title) }
}

/** What a tag means and the cases under it. A synonym or a name leads to the tag's one address. */
export default async function TagPage({ params, searchParams }: Props) {
  const { lang, words } = languageOf(await params)
  const word = decoded((await params).tag)
  const database = await read()
  const tag = await tagNamed(database, word)
  if (!tag) return missing()
  const address = `/tags/${tag.slug}`
  if (word !== tag.slug) permanentRedirect(pathIn(lang, address))
  const after = [(await searchParams).after].flat()[0]
  const followed = await followedBy(database, await audience(), 'tag', String(tag.id))
  const page = await listCases(database, { filter: { tag: tag.slug }, after })
  return (
    <>
      <TagMeaning tag={tag} lang={lang} words={words.log} />
      <FollowForm subject="tag" target={String(tag.id)} followed={followed} lang={lang} words={words.following} back={address} newKey={newFormKey} />
      <section className="mt-8">
        <h2 className="text-lead">{words.log.tags.casesTitle(tag.uses)}</h2>
        <CaseList cases={page.cases} lang={lang} words={words} level={3} />
        {page.next && (
          <a className="button mt-4" rel="next" href={pathIn(lang, `${address}?after=${page.next}`)}>{words.site.more}</a>
        )}
        <FeedLinks path={address} lang={lang} words={words.feeds} />
      </section>
    </>
  )
}

// An address may be cut off in the middle of a sign.
function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}
