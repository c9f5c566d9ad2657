import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { CaseNotices } from '@/components/cases/case-notices'
import { titleOf } from '@/components/cases/title'
import { AncestorList } from '@/components/thread/ancestor-list'
import { ReplyForm } from '@/components/thread/reply-form'
import { ReplyList } from '@/components/thread/reply-list'
import { typedReply } from '@/components/thread/typed-reply'
import { isId } from '@/domain/ids'
import { maySeeCase } from '@/domain/permission'
import { stateOf } from '@/domain/thread/reply'
import { read } from '@/db/connection'
import { caseById } from '@/db/cases/rows'
import { personById } from '@/db/people/people'
import { lockOf } from '@/db/threads/locks'
import { replyById, threadCase } from '@/db/threads/reply'
import { replyContext } from '@/db/threads/reply-context'
import { pathIn } from '@/messages/languages'
import { drawing } from '../../../drawing'
import { heldNow } from '../../../held'
import { missing } from '../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../page-words'
import { quoteAsked } from '../../../quote'
import { replyDesk } from '../../../reply-desk'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

type Props = PageProps<{ id: string }>

// The case's own page is the one to be found by search engines.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const database = await read()
  const row = await replyById(database, numberOf(id))
  // Under which case something stands that nobody may read yet, or not any more, is not said either.
  const stands = row?.published && !row.hidden && (await threadCase(database, row.caseId))?.state === 'live'
  return {
    title: words.thread.permalink,
    description: words.about.reply(numberOf(id)),
    robots: { index: false },
    ...(stands && { alternates: { canonical: pathIn(lang, `/cases/${row.caseId}`) } }),
  }
}

/** A reply on its own: what it answers, itself, and the answers to it. */
export default async function ReplyPage({ params, searchParams }: Props) {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const search = await searchParams
  const database = await read()
  const [row, reader, draft] = await Promise.all([replyById(database, numberOf(id)), viewer(), typedDraft(search)])
  if (row?.movedId != null) permanentRedirect(pathIn(lang, `/replies/${row.movedId}`))
  const [stored, lock] = row ? await Promise.all([caseById(database, row.caseId), lockOf(database, row.caseId)]) : [null, null]
  if (!row || !stored || !maySeeCase(reader, stored.row)) return missing()
  const caseId = stored.row.id
  const { thread } = words
  const after = typeof search.after === 'string' && isId(search.after) ? Number(search.after) : null
  const context = await replyContext(database, row.id, reader, after)
  const toCase = (
    <p className="mb-2">
      <a className="lone" href={pathIn(lang, `/cases/${caseId}`)}>
        <bdi>{thread.page.backToCase(titleOf(stored.case, words))}</bdi>
      </a>
    </p>
  )
  const author = row.authorId === null ? null : await personById(database, row.authorId)
  // What is hidden or gone has no words to quote.
  const told = { words: stateOf(row) === 'standing' ? row.words : '', who: author?.name ?? thread.nobody }
  const quote = quoteAsked(search, { caseId, parentId: row.id, ...told, at: pathIn(lang, `/replies/${row.id}`) })
  const typed = typedReply(draft ?? quote, caseId)
  const stands = (id: number | null) => context?.branch.some(it => it.id === id && it.state === 'standing')
  // Whom it answered is gone; the text is not.
  const lost = typed && !stands(typed.parentId) && stored.row.state === 'live' && lock === null && (
    <div className="mt-8">
      {typed.problems.length === 0 && <p className="error mb-2">{thread.parentLost}</p>}
      <ReplyForm
        caseId={caseId} parentId={null} label={thread.write} typed={typed}
        lang={lang} words={words} back={`/cases/${caseId}`} newKey={newFormKey}
      />
    </div>
  )
  if (!context && !row.published) return missing()
  if (!context) return <>{toCase}<h1 className="finding">{thread.page.gone}</h1>{lost}</>

  const back = `/replies/${row.id}${after === null ? '' : `?after=${after}`}`
  const head = context.branch[0]!
  const held = row.hidden ? await heldNow(database, 'reply', row.id, reader) : null
  const shared = { lang, words, back, newKey: newFormKey }
  return (
    <>
      <CaseNotices search={search} state={stored.row.state} held={held} lang={lang} words={words} />
      {toCase}
      <h1 className="finding mb-4">
        <bdi>
          {head.state === 'deleted' ? thread.page.deletedTitle : thread.page.title(head.author ?? thread.nobody)}
        </bdi>
      </h1>
      <AncestorList ancestors={context.ancestors} lang={lang} words={thread} />
      <h2 className="sr-only">{thread.title}</h2>
      <ReplyList
        id="replies" replies={context.branch} from={head.depth} draw={await drawing()} open={stored.row.state === 'live' && lock === null} typed={typed}
        {...await replyDesk(database, reader, context.branch, { lang, words, back, typed: draft })} {...shared}
      />
      {context.next && (
        <p className="mt-4">
          <a className="button" data-more="replies" href={pathIn(lang, `/replies/${row.id}?after=${context.next}`)}>
            {thread.page.moreBelow}
          </a>
        </p>
      )}
      {lost}
      {lock && <p className="mt-8 border-l-4 border-line pl-4 text-soft"><bdi>{words.keeping.locked(lock.reason)}</bdi></p>}
      <p className="mt-8">
        <a className="button" href={pathIn(lang, `/cases/${caseId}#thread`)}>{thread.page.wholeThread}</a>
      </p>
    </>
  )
}
