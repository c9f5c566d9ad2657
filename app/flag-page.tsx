import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { FlagForm } from '@/components/queue/flag-form'
import { returnedTo } from '@/components/moderation/returned'
import { mayFlagAgain } from '@/domain/moderation/flag'
import type { ModeratedSubject } from '@/domain/moderation/subject'
import { permit } from '@/domain/permission'
import { plainExcerpt } from '@/domain/text/markdown'
import { read, readCurrent } from '@/db/connection'
import { caseById } from '@/db/cases/rows'
import { ownFlag } from '@/db/moderation/flagging'
import { replyById } from '@/db/threads/reply'
import { pathIn } from '@/messages/languages'
import { missing } from './missing'
import { languageOf, numberOf } from './page-words'
import { newFormKey, typedDraft, type SearchParams } from './typed-draft'
import { viewer } from './viewer'

const excerptLength = 160

/** Where somebody signed in says what is wrong with a case or a reply that everybody sees; nobody flags his own. */
export async function flagPage(
  subject: ModeratedSubject, { id, lang: spoken }: { id: string; lang: string }, search: SearchParams,
): Promise<ReactNode> {
  const { lang, words } = languageOf({ lang: spoken })
  const subjectId = numberOf(id)
  const [thing, reader, typed] = await Promise.all([thingOf(subject, subjectId), viewer(), typedDraft(search)])
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=/${subject === 'case' ? 'cases' : 'replies'}/${subjectId}/flag`))
  const own = await ownFlag(await readCurrent(), reader.id, { subject, subjectId })
  if (!thing || (!thing.stands && !own) || 'refused' in permit('flag', reader, thing)) return missing()
  return (
    <FlagForm
      subject={subject} subjectId={subjectId} excerpt={thing.stands ? thing.excerpt : ''} own={own}
      again={thing.stands && own !== null && mayFlagAgain(own, thing.editedAt, Date.now())} lang={lang} words={words}
      typed={returnedTo(typed, ['flag'], { subject, id: subjectId })} newKey={newFormKey}
    />
  )
}

async function thingOf(subject: ModeratedSubject, id: number) {
  const database = await read()
  const row = subject === 'reply' ? await replyById(database, id) : null
  const stored = await caseById(database, row?.caseId ?? (subject === 'case' ? id : 0))
  if (!stored) return null
  const live = stored.row.state === 'live'
  if (subject === 'case') {
    const { authorId, title, words, editedAt } = stored.row
    return { authorId, editedAt, stands: live, excerpt: plainExcerpt(title ?? words, excerptLength) }
  }
  const { authorId, hidden, deletedAt, words, editedAt } = row!
  return { authorId, editedAt, stands: live && !hidden && deletedAt === null, excerpt: plainExcerpt(words, excerptLength) }
}
