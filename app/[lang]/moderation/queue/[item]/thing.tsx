import { CaseArticle } from '@/components/cases/case-article'
import { CaseTags } from '@/components/moderation/case-tags'
import { ReplyList } from '@/components/thread/reply-list'
import type { Viewer } from '@/domain/people/viewer'
import { readCurrent } from '@/db/connection'
import { caseById } from '@/db/cases/rows'
import type { QueueLine } from '@/db/moderation/queue/list'
import { tagsOf } from '@/db/moderation/tags'
import { namesOf } from '@/db/people/people'
import { replyContext } from '@/db/threads/reply-context'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { newFormKey } from '../../../../typed-draft'

type Props = { item: QueueLine; reader: Viewer; lang: Language; words: Words }

/** What an item is about, as it stands: the case on its sheet, or the reply. Nothing where it has gone. */
export async function ItemThing({ item, reader, lang, words }: Props) {
  const { subject, subjectId } = item
  if (subject === 'case') return <Sheet id={subjectId} lang={lang} words={words} />
  if (subject === 'reply') return <OneReply id={subjectId} reader={reader} lang={lang} words={words} />
  return null
}

async function Sheet({ id, lang, words }: { id: number; lang: Language; words: Words }) {
  const database = await readCurrent()
  const stored = await caseById(database, id)
  if (!stored || (stored.row.state !== 'live' && stored.row.state !== 'hidden')) return null
  const { row } = stored
  const [tags, names] = await Promise.all([tagsOf(database, [id]), namesOf(database, [row.authorId])])
  return (
    <CaseArticle
      row={row} case={stored.case} author={names.get(row.authorId) ?? null} lang={lang} words={words} desk={null} heading="h2"
      tags={<CaseTags caseId={id} tags={tags.get(id) ?? []} lang={lang} words={words.log} />}
      acts={<a className="word-button" href={pathIn(lang, `/cases/${id}`)}>{words.queue.item.open}</a>}
    />
  )
}

async function OneReply({ id, reader, lang, words }: { id: number } & Omit<Props, 'item'>) {
  const context = await replyContext(await readCurrent(), id, reader)
  const reply = context?.branch.find(it => it.id === id)
  if (!context || !reply) return null
  return (
    <>
      <ReplyList
        id="reply" replies={[reply]} from={reply.depth} open={false} typed={null} lang={lang} words={words}
        back={`/replies/${id}`} newKey={newFormKey}
      />
      <p className="mt-2"><a className="word-button" href={pathIn(lang, `/replies/${id}`)}>{words.queue.item.open}</a></p>
    </>
  )
}
