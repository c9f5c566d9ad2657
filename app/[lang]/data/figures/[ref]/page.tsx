import type { Metadata } from 'next'
import { Drawing } from '@/components/figures/drawing'
import { KeptFacts, KeptWhen, Recompute } from '@/components/figures/kept-facts'
import { KeptHead, sayKept } from '@/components/figures/kept-head'
import { read } from '@/db/connection'
import { keptFigure } from '@/db/figures/keep'
import { countTable } from '@/domain/figures/rows'
import { pathIn } from '@/messages/languages'
import { missing, missingHead } from '../../../../missing'
import { languageOf, type PageProps } from '../../../../page-words'

type Props = PageProps<{ ref: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  const { ref } = await params
  const kept = await keptFigure(await read(), ref)
  if (!kept) return missingHead()
  const said = sayKept(kept, words)
  const image = { url: pathIn(lang, '/cards/site.png'), width: 1200, height: 630, alt: words.kept.title }
  return {
    title: words.kept.title,
    description: said,
    openGraph: { type: 'article', siteName: words.site.name, title: said, images: [image] },
    twitter: { card: 'summary_large_image', title: said, images: [image] },
  }
}

/** A figure as it was when somebody kept it, with what it was counted from. */
export default async function Kept({ params }: Props) {
  const { lang, words } = languageOf(await params)
  const kept = await keptFigure(await read(), (await params).ref)
  if (!kept) return missing()
  return (
    <>
      <KeptHead {...{ kept, words }}>
        <KeptWhen {...{ kept, lang, words }} />
      </KeptHead>
      <Drawing {...{ kept, lang, words }} />
      <KeptFacts {...{ kept, words }} rows={countTable(kept.rows)} />
      <Recompute {...{ kept, words }} />
    </>
  )
}
