import { longestWords } from '@/domain/text/markdown'
import { valueOf } from '@/domain/fields'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { TextArea } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = {
  reply: { id: number; words: string; version: number; hidden: boolean }
  typed: Typed | null
  lang: Language
  words: Words
  newKey: () => string
}

/** Two forms of one's own reply: its words anew, and its deletion. */
export function ReplyEditForm({ reply, typed, lang, words, newKey }: Props) {
  const { editPage, page } = words.thread
  const back = `/replies/${reply.id}/edit`
  return (
    <div className="max-w-prose">
      <h1 className="finding mb-4">{editPage.title}</h1>
      {reply.hidden
        ? <p className="mb-6">{editPage.hiddenMeanwhile}</p>
        : <Editing {...{ reply, typed, lang, words, newKey }} />}
      <section className="mt-12 border-t border-line pt-6">
        <h2 className="text-lead">{editPage.deleteTitle}</h2>
        <p className="hint mb-3">{editPage.deleteHint}</p>
        <form method="post" action="/do/delete-reply">
          <FormKey formKey={newKey()} lang={lang} back={back} />
          <input type="hidden" name="reply" value={reply.id} />
          <button className="button text-refused">{editPage.delete}</button>
        </form>
      </section>
      <p className="mt-8"><a href={pathIn(lang, `/replies/${reply.id}`)}>{page.wholeThread}</a></p>
    </div>
  )
}

function Editing({ reply, typed, lang, words, newKey }: Props) {
  const { editPage } = words.thread
  const returned = typed?.act === 'edit-reply' && valueOf(typed.fields, 'reply') === String(reply.id) ? typed : null
  const problems = returned?.problems ?? []
  // What comes back after a conflict is saved over the newer words only once they have been shown.
  const newer = returned !== null && valueOf(returned.fields, 'version') !== String(reply.version)
  return (
    <form method="post" action="/do/edit-reply" data-draft={`edit-reply-${reply.id}-${reply.version}`} data-filled="">
      <ErrorSummary problems={problems} words={words} />
      {newer && (
        <div role="alert" className="mb-6 border-l-4 border-waiting pl-4">
          <p>{editPage.newer}</p>
          <pre className="mt-2 whitespace-pre-wrap text-small" dir="auto">{reply.words}</pre>
        </div>
      )}
      <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={`/replies/${reply.id}/edit`} />
      <input type="hidden" name="reply" value={reply.id} />
      <input type="hidden" name="version" value={reply.version} />
      <TextArea
        name="words" label={editPage.words} hint={editPage.hint} error={problemAt(problems, 'words', words)}
        required maxLength={longestWords} defaultValue={returned ? valueOf(returned.fields, 'words') : reply.words}
      />
      <button className="button button-main">{editPage.submit}</button>
    </form>
  )
}
