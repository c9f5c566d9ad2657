import type { Metadata } from 'next'
import { flagPage } from '../../../../flag-page'
import { languageOf, type PageProps } from '../../../../page-words'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { flag } = languageOf(await params).words.queue
  return { title: flag.title.case, description: `${flag.title.case} · ${flag.description}`, robots: { index: false } }
}

export default async function FlagCasePage({ params, searchParams }: Props) {
  return flagPage('case', await params, await searchParams)
}
