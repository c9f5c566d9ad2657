import type { Metadata } from 'next'
import { SharedReplies } from '@/components/people/shared-replies'
import { read } from '@/db/connection'
import { sharedReplies } from '@/db/people/profile'
import { pathIn } from '@/messages/languages'
import { missing, missingHead } from '../../../../missing'
import { languageOf, type PageProps } from '../../../../page-words'
import { pageOf, personAt, personIn } from '../person-in'
import { PersonTop } from '../person-top'

type Props = PageProps<{ name: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, ...rest } = await params
  const person = await personIn({ name })
  if (!person) return missingHead()
  const { profile } = languageOf(rest).words
  return { title: profile.repliesOf(person.name), description: profile.aboutReplies(person.name), robots: { index: false } }
}

/** What somebody said under cases, as far as everybody may read it. */
export default async function PersonReplies({ params, searchParams }: Props) {
  const { name, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const person = await personAt({ name }, { lang, under: '/replies' })
  if (!person) return missing()
  const after = [(await searchParams).after].flat()[0]
  const page = await sharedReplies(await read(), person.id, after === undefined ? {} : { after })
  const path = pageOf(person)
  return (
    <div className="max-w-[48rem]">
      <PersonTop {...{ person, lang, words }} shows="replies" />
      {page.replies.length === 0
        ? <p className="mt-4 text-soft">{words.profile.noReplies}</p>
        : <SharedReplies replies={page.replies} lang={lang} words={words} />}
      {page.next && (
        <a className="button mt-6" href={pathIn(lang, `${path}/replies?after=${page.next}`)} data-more="replies" rel="next">{words.site.more}</a>
      )}
    </div>
  )
}
