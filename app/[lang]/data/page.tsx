import type { Metadata } from 'next'
import { ApiManual } from '@/components/data/api-manual'
import { Contents } from '@/components/data/contents'
import { Downloads } from '@/components/data/downloads'
import { KeptFigures } from '@/components/data/kept-figures'
import { Licence } from '@/components/data/licence'
import { read } from '@/db/connection'
import { newestKept } from '@/db/figures/keep'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../page-words'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { words } = languageOf(await params)
  return { title: words.data.title, description: words.data.intro }
}

export default async function DataPage({ params }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { data } = words
  const figures = await newestKept(await read(), 8)
  return (
    <>
      <h1 className="finding">{data.title}</h1>
      <p className="weight mt-1">{data.intro}</p>
      <div className="mt-8 grid gap-x-16 gap-y-10 md:grid-cols-2">
        <div className="grid content-start gap-10">
          <Downloads words={data} />
          <p className="max-w-prose text-small">{words.feeds.about}</p>
          <Licence words={data} />
        </div>
        <Contents words={data} />
      </div>
      <div className="mt-12"><KeptFigures {...{ figures, lang, words }} /></div>
      <div className="mt-12"><ApiManual words={data} writingHref={pathIn(lang, '/api-docs')} /></div>
    </>
  )
}
