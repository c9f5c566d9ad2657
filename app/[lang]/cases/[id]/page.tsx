import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { CaseArticle } from '@/components/cases/case-article'
import { CaseList } from '@/components/cases/case-list'
import { CaseNotices } from '@/components/cases/case-notices'
import { nameOfOutcome } from '@/components/cases/event-words'
import { OwnCase } from '@/components/cases/own-case'
import { MeToos } from '@/components/cases/me-toos'
import { kindOf, titleOf } from '@/components/cases/title'
import { FeedLinks } from '@/components/feeds/feed-links'
import { FollowForm } from '@/components/following/follow-form'
import { CaseTags } from '@/components/moderation/case-tags'
import { Apart, Whether } from '@/components/reader/whether'
import { FavouriteForm } from '@/components/thread/favourite-form'
import { ThreadSection } from '@/components/thread/thread-section'
import { VoteForm } from '@/components/thread/vote-form'
import { followQuestion } from '@/domain/following/question'
import { isModerator, maySeeCase } from '@/domain/permission'
import type { Audience } from '@/domain/people/audience'
import type { Member } from '@/domain/people/viewer'
import { readCursor, threadSortOf } from '@/domain/thread/sort'
import { read, type Reader } from '@/db/connection'
import { wishesOf } from '@/db/check-ins/wishes'
import { meToosAround } from '@/db/cases/me-too'
import { mergedInto } from '@/db/cases/merges'
import { caseById } from '@/db/cases/rows'
import { casesLike } from '@/db/cases/similar'
import { isFollowing } from '@/db/following/follow'
import { tagsOf } from '@/db/moderation/tags'
import { withNames } from '@/db/people/mentions'
import { personById } from '@/db/people/people'
import { isFavourite } from '@/db/threads/favourites'
import { lockOf } from '@/db/threads/locks'
import { threadPage } from '@/db/threads/thread-page'
import { votedAmong } from '@/db/threads/votes'
import { pathIn } from '@/messages/languages'
import { drawing } from '../../../drawing'
import { feedsInHead } from '../../../feeds/head'
import { heldNow } from '../../../held'
import { missing, missingHead } from '../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../page-words'
import { leaveNote } from '../../../page-notes'
import { quoteAsked } from '../../../quote'
import { replyDesk } from '../../../reply-desk'
import { shareOf } from '../../../share'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { audience } from '../../../viewer'
import { moderatorsDesk } from './desk'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const { cases, about } = words
  const number = numberOf(id)
  if (number === 0) return missingHead()
  const stored = await caseById(await read(), number)
  if (stored?.row.state !== 'live') {
    return { title: cases.caseNumber(number), description: about.concealedCase(number), robots: { index: false } }
  }
  const description = about.oneCase(number, kindOf(stored.case, words), nameOfOutcome(stored.row.outcome, stored.case.facts.process, words))
  const feeds = feedsInHead(lang, `/cases/${number}`, words.feeds.thread(number))
  return { title: titleOf(stored.case, words), description, ...feeds, ...await shareOf({ lang, words, card: `case-${number}` }) }
}

export default async function CasePage({ params, searchParams }: Props) {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const search = await searchParams
  const database = await read()
  const [stored, reader, typed] = await Promise.all([caseById(database, numberOf(id)), audience(), typedDraft(search)])
  if (!stored) return missing()
  const { row } = stored
  if (row.state === 'merged') {
    const into = await mergedInto(database, row.id)
    if (into !== null) permanentRedirect(pathIn(lang, `/cases/${into}`))
  }
  // To her alone her case comes with a desk, and is shown after she took it back.
  const hasDesk = reader.kind === 'anyone' && row.authorId !== null ? `is:${row.authorId}` as const : false
  if (!maySeeCase(reader, row)) {
    // Its author took it back: say so to those who follow an old link, and show nothing of it.
    if (row.state === 'withdrawn') return <><Apart when={hasDesk} /><h1 className="finding py-8">{words.cases.withdrawn}</h1></>
    return missing()
  }
  const [sort, after] = [threadSortOf(search.sort), [search.after].flat()[0] ?? null]
  const [author, tags, like, meToos, own, [said], thread, lock] = await Promise.all([
    row.authorId === null ? null : personById(database, row.authorId),
    tagsOf(database, [row.id]).then(all => all.get(row.id) ?? []),
    casesLike(database, stored),
    meToosAround(database, row.id),
    ownMarks(database, reader, row.id),
    withNames(database, [row.html]),
    threadPage(database, { caseId: row.id, sort, after: readCursor(after ?? undefined), viewer: reader }),
    lockOf(database, row.id),
  ])
  await leaveNote({ shows: like.map(it => `case:${it.row.id}`) })
  const isOwn = reader.kind === 'member' && reader.id === row.authorId && row.state === 'live' && !reader.suspended && !reader.silenced
  const told = { words: row.words, who: author?.name ?? words.cases.nobody, at: pathIn(lang, `/cases/${row.id}`) }
  const quote = quoteAsked(search, { caseId: row.id, parentId: null, ...told })
  const isAuthor = reader.kind === 'anyone' ? hasDesk : reader.kind === 'member' && reader.id === row.authorId
  const held = row.state === 'hidden' ? await heldNow(database, 'case', row.id, reader) : null
  const forms = { lang, words: words.thread, back: `/cases/${row.id}`, newKey: newFormKey }
  return (
    <>
      <Apart when={hasDesk} />
      <CaseNotices search={search} state={row.state} held={held} lang={lang} words={words} appealAt={reader.kind === 'member' && reader.id === row.authorId && pathIn(lang, '/me/appeals')} />
      <CaseArticle
        row={{ ...row, html: said! }} case={stored.case} author={author?.name ?? null} lang={lang} words={words}
        tags={<><CaseTags caseId={row.id} tags={tags} lang={lang} words={words.log} /><MeToos {...meToos} lang={lang} words={words} /></>}
        acts={(
          <>
            <VoteForm subject="case" id={row.id} count={row.agreeCount} agreed={own.agreed} {...forms} />
            <FavouriteForm caseId={row.id} count={row.favouriteCount} kept={own.kept} {...forms} />
            {row.state === 'live' && <FollowForm subject="case" target={String(row.id)} followed={own.followed} {...forms} words={words.following} />}
            {row.state === 'live' && <Whether is={isAuthor} no={<><a className="word-button" href={pathIn(lang, `/cases/new?like=${row.id}`)}>{words.together.meToo.button}</a><a className="word-button" rel="nofollow" href={pathIn(lang, `/cases/${row.id}/flag`)}>{words.queue.flag.link}</a></>} />}
          </>
        )}
        desk={(
          <>
            {isOwn && (
              <OwnCase
                id={row.id} case={stored.case} lang={lang} words={words} newKey={newFormKey} asked={await askedOf(database, reader, row.id)}
                problems={typed?.act === 'confirm-case' ? typed.problems : []}
              />
            )}
            {reader.kind === 'member' && isModerator(reader) && await moderatorsDesk({ database, stored, reader, lang, words, tags, typed })}
          </>
        )}
      />
      <ThreadSection
        quotable={row.words !== ''} caseId={row.id} open={row.state === 'live' && lock === null} lockedFor={lock?.reason ?? null} counts={{ discussions: row.discussionCount, replies: row.replyCount }}
        draw={await drawing()} page={thread} sort={sort} after={after} typed={typed ?? quote} lang={lang} words={words} newKey={newFormKey}
        {...await replyDesk(database, reader, thread.replies, { lang, words, back: `/cases/${row.id}`, typed })}
      />
      {row.state === 'live' && <FeedLinks path={`/cases/${row.id}`} lang={lang} words={words.feeds} />}
      {like.length > 0 && (
        <section className="mt-12">
          <h2 className="text-lead">{words.cases.like}</h2>
          <CaseList cases={like} lang={lang} words={words} level={3} because={new Map(like.map(it => [it.row.id, it.because]))} />
        </section>
      )}
    </>
  )
}

async function askedOf(database: Reader, { id: personId }: Member, caseId: number): Promise<boolean | null> {
  const { all, one } = await wishesOf(database, { personId, caseId })
  return all ? one : null
}

async function ownMarks(database: Reader, reader: Audience, caseId: number) {
  if (reader.kind === 'anyone') return { agreed: `agrees:case:${caseId}`, kept: `keeps:${caseId}`, followed: followQuestion('case', String(caseId)) } as const
  if (reader.kind === 'guest') return { agreed: false, kept: false, followed: false }
  const [agreed, kept, followed] = await Promise.all([
    votedAmong(database, reader.id, 'case', [caseId]), isFavourite(database, reader.id, caseId),
    isFollowing(database, reader.id, 'case', String(caseId)),
  ])
  return { agreed: agreed.has(caseId), kept, followed }
}
