import type { Metadata } from 'next'
import { flagPage } from '../../../../flag-page'
import { languageOf, type PageProps } from '../../../../page-words'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { flag } = languageOf(await params).words.queue
  return { title: flag.title.reply, description: `${flag.title.reply} · ${flag.description}`, robots: { index: false } }
}

export default async function FlagReplyPage({ params, searchParams }: Props) {
  return flagPage('reply', await params, await searchParams)
}
