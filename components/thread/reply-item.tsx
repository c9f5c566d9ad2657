import type { ReactNode } from 'react'
import type { ThreadReply } from '@/domain/thread/reply'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { Avatar } from '../people/avatar'
import { Apart, Whether } from '../reader/whether'
import { TimeOf } from '../say/time-of'
import { ReplyForm } from './reply-form'
import { Said } from './said'
import type { TypedReply } from './typed-reply'
import { VoteForm } from './vote-form'

type Props = {
  reply: ThreadReply
  /** 0 stands at the margin. */
  level: number
  /** The replies on this page: others are linked to on their own. */
  here: Set<number>
  open: boolean
  typed: TypedReply | null
  desk: ReactNode
  lang: Language
  words: Words
  back: string
  newKey: () => string
}

// Deeper replies are nearly always two people arguing; thread.css shows them side by side.
const shownLevels = 6

export function ReplyItem({ reply, level, here, desk, ...shared }: Props) {
  const { lang, words: { keeping, thread } } = shared
  return (
    <li id={`reply-${reply.moved?.id ?? reply.id}`} className="reply" data-depth={Math.min(level, shownLevels)} aria-level={level + 1}>
      <article data-reply={reply.id} aria-label={thread.replyOf(reply.author ?? thread.nobody)}>
        {reply.moved
          ? <p className="reply-gone">{keeping.movedTo(reply.moved.caseId)} <a href={pathIn(lang, `/replies/${reply.moved.id}`)}>{keeping.movedLink}</a></p>
          : reply.state === 'deleted'
            ? <p className="reply-gone">{thread.deleted}</p>
            : <Head reply={reply} here={here} lang={lang} words={thread} />}
        {reply.state === 'hidden' && <Apart when={reply.own} />}
        {reply.state === 'hidden' && reply.published && (
          <p className="reply-gone">
            {thread.hidden} {reply.html !== null && thread.hiddenButShown}{' '}
            <a href={pathIn(lang, '/moderation')}>{thread.whyHidden}</a>{' '}
            <Whether is={reply.own} yes={<a href={pathIn(lang, '/me/appeals')}>{shared.words.appeals.toAppeals}</a>} />
          </p>
        )}
        {reply.html !== null && <Said html={reply.html} lang={lang} />}
        {reply.state === 'standing' && <Acts reply={reply} {...shared} />}
        {desk}
      </article>
    </li>
  )
}

function Head({ reply, here, lang, words }: Pick<Props, 'reply' | 'here' | 'lang'> & { words: Words['thread'] }) {
  const { author, colour, answers, device, editedAt } = reply
  const profile = author && pathIn(lang, `/people/${encodeURIComponent(author)}`)
  const placeOf = (id: number) => (here.has(id) ? `#reply-${id}` : pathIn(lang, `/replies/${id}`))
  return (
    <div className="reply-head">
      <h3>{author && colour !== null && <Avatar name={author} colour={colour} />}{profile ? <a href={profile}><bdi>{author}</bdi></a> : words.nobody}</h3>
      {answers && (
        <a className="reply-answers" href={placeOf(answers.id)}>
          {answers.author ? words.answers(answers.author) : words.answersDeleted}
        </a>
      )}
      <a href={pathIn(lang, `/replies/${reply.id}`)} title={words.permalink}><TimeOf at={reply.createdAt} /></a>
      {device && words.device[device] && <span>{words.device[device]}</span>}
      {editedAt !== null && (
        <a href={pathIn(lang, `/replies/${reply.id}/history`)}>{words.editedAt} <TimeOf at={editedAt} /></a>
      )}
    </div>
  )
}

function Acts({ reply, open, typed, lang, words, back, newKey }: Omit<Props, 'level' | 'here' | 'desk'>) {
  const { thread } = words
  const mine = typed?.parentId === reply.id ? typed : null
  return (
    <div className="reply-acts no-print">
      <VoteForm
        subject="reply" id={reply.id} count={reply.agreeCount} agreed={reply.agreed}
        lang={lang} words={thread} back={back} newKey={newKey}
      />
      {open && (
        <details open={mine !== null}>
          <summary className="word-button">{thread.reply}</summary>
          <ReplyForm
            caseId={reply.caseId} parentId={reply.id} label={thread.writeTo(reply.author ?? thread.nobody)} typed={mine}
            lang={lang} words={words} back={back} newKey={newKey}
          />
        </details>
      )}
      {open && (
        <a className="word-button" data-quote="" href={pathIn(lang, `/replies/${reply.id}?quote=1#words-${reply.id}`)} rel="nofollow">{words.together.quote.reply}</a>
      )}
      <Whether
        is={reply.own}
        yes={<a className="word-button" href={pathIn(lang, `/replies/${reply.id}/edit`)}>{thread.edit}</a>}
        no={<a className="word-button" rel="nofollow" href={pathIn(lang, `/replies/${reply.id}/flag`)}>{words.queue.flag.link}</a>}
      />
    </div>
  )
}
