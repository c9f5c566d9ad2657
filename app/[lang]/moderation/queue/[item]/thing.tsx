import { CaseArticle } from '@/components/cases/case-article'
import { AlikeNote } from '@/components/queue/alike-note'
import { CaseTags } from '@/components/moderation/case-tags'
import { ReplyList } from '@/components/thread/reply-list'
import { likenessOfWords } from '@/domain/moderation/alike'
import type { Viewer } from '@/domain/people/viewer'
import { readCurrent } from '@/db/connection'
import { caseById } from '@/db/cases/rows'
import { alikenessOf } from '@/db/moderation/alike/find'
import type { QueueLine } from '@/db/moderation/queue/list'
import { tagsOf } from '@/db/moderation/tags'
import { namesOf } from '@/db/people/people'
import { replyById } from '@/db/threads/reply'
import { replyContext } from '@/db/threads/reply-context'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { newFormKey } from '../../../../typed-draft'

type Props = { item: QueueLine; reader: Viewer; lang: Language; words: Words }

/** What an item is about, as it stands: the case on its sheet, or the reply. Nothing where it has gone. */
export async function ItemThing({ item, reader, lang, words }: Props) {
  const { subject, subjectId } = item
  if (item.kind === 'duplicate' && item.details.of) return <Two item={item} of={Number(item.details.of)} reader={reader} lang={lang} words={words} />
  if (subject === 'case') return <Sheet id={subjectId} lang={lang} words={words} />
  if (subject === 'reply') return <OneReply id={subjectId} reader={reader} lang={lang} words={words} />
  return null
}

/** What was told twice, beside each other: the earlier first, and what they have in common. */
async function Two({ item, of, reader, lang, words }: Props & { of: number }) {
  const { subject, subjectId, process } = item
  const { same } = words.queue
  const database = await readCurrent()
  const alike = subject === 'case' ? await alikenessOf(database, of, subjectId) : await wordsAlike(of, subjectId)
  const show = (id: number) => (subject === 'case' ? <Sheet id={id} lang={lang} words={words} /> : <OneReply id={id} reader={reader} lang={lang} words={words} />)
  return (
    <>
      {alike && <AlikeNote alike={alike} process={process} words={words} />}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section><h2 className="mb-2 text-lead">{same.earlier(of)}</h2>{show(of)}</section>
        <section><h2 className="mb-2 text-lead">{same.later(subjectId)}</h2>{show(subjectId)}</section>
      </div>
      {subject === 'case' && (
        <p className="mt-4"><a className="button" href={pathIn(lang, `/moderation/merge?case=${subjectId}&into=${of}`)}>{same.merge(subjectId, of)}</a></p>
      )}
    </>
  )
}

async function wordsAlike(id: number, otherId: number) {
  const database = await readCurrent()
  const [one, other] = [await replyById(database, id), await replyById(database, otherId)]
  if (!one || !other) return null
  return { words: likenessOfWords(one.words, other.words), sameAccount: one.authorId !== null && one.authorId === other.authorId }
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
        id={`reply-of-${id}`} replies={[reply]} from={reply.depth} open={false} typed={null} lang={lang} words={words}
        back={`/replies/${id}`} newKey={newFormKey}
      />
      <p className="mt-2"><a className="word-button" href={pathIn(lang, `/replies/${id}`)}>{words.queue.item.open}</a></p>
    </>
  )
}
