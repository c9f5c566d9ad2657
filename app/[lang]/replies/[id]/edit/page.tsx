import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ReplyEditForm } from '@/components/thread/reply-edit-form'
import { isAuthor } from '@/domain/thread/reply'
import { read } from '@/db/connection'
import { replyById } from '@/db/threads/reply'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../../page-words'
import { newFormKey, typedDraft } from '../../../../typed-draft'
import { viewer } from '../../../../viewer'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { thread, about } = languageOf(await params).words
  return { title: thread.editPage.title, description: about.editReply, robots: { index: false } }
}

/** For the author: change the words, or take the reply back. */
export default async function EditReplyPage({ params, searchParams }: Props) {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const [row, reader, typed] = await Promise.all([
    replyById(await read(), numberOf(id)), viewer(), typedDraft(await searchParams),
  ])
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=/replies/${numberOf(id)}/edit`))
  if (!row || row.deletedAt !== null || !isAuthor(reader, row)) return missing()
  return <ReplyEditForm reply={row} typed={typed} lang={lang} words={words} newKey={newFormKey} />
}
