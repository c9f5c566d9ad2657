import type { Metadata } from 'next'
import { VersionList } from '@/components/thread/version-list'
import { maySeeCase } from '@/domain/permission'
import { mayReadWords } from '@/domain/thread/reply'
import { read } from '@/db/connection'
import { versionsOf } from '@/db/threads/edit-reply'
import { replyById, threadCase } from '@/db/threads/reply'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../../page-words'
import { viewer } from '../../../../viewer'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, ...rest } = await params
  const { thread, about } = languageOf(rest).words
  return { title: thread.historyPage.title, description: about.replyHistory(numberOf(id)), robots: { index: false } }
}

/** Every version of a reply, the latest first. */
export default async function ReplyHistoryPage({ params }: Props) {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const database = await read()
  const [row, reader] = await Promise.all([replyById(database, numberOf(id)), viewer()])
  const it = row && await threadCase(database, row.caseId)
  if (!it || !maySeeCase(reader, it) || !mayReadWords(reader, row)) return missing()
  const { historyPage } = words.thread
  return (
    <div className="max-w-prose">
      <h1 className="finding mb-4">{historyPage.title}</h1>
      <VersionList versions={(await versionsOf(database, row)).reverse()} words={historyPage} />
      <p className="mt-8"><a className="button" href={pathIn(lang, `/replies/${row.id}`)}>{historyPage.back}</a></p>
    </div>
  )
}
