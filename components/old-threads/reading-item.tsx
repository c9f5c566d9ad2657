import type { Process } from '@/domain/codes'
import type { Reading } from '@/domain/thread-import/reading'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { FoundList } from './found-list'
import { ItemHead } from './item-head'

export type ThreadPlace = {
  /** The path of the page of the thread, and its key. */
  path: string
  page: string
  because: string
}

type Props = {
  reading: Reading
  /** What a case of it would be called. */
  reference: string
  /** The case it has become; null: none yet. */
  caseId: number | null
  dropped: boolean
  /** An earlier comment of the same person that tells something too. */
  earlier: number | null
  place: ThreadPlace
  lang: Language
  words: Words
  newKey: () => string
}

/** One thing somebody wrote, what was read of it, and what a moderator makes of that. */
export function ReadingItem({ reading, reference, caseId, dropped, earlier, place, lang, words, newKey }: Props) {
  const { oldThreads } = words
  const { item, found, fields } = reading
  const process = fields.process![0] as Process
  const proposed = found.length > 0 && caseId === null && !dropped
  return (
    <li id={`item-${item.place}`} className={`border-t border-line py-4 ${item.kind === 'reply' ? 'ms-6' : ''}`}>
      <ItemHead item={item} words={words} />
      <p className={`whitespace-pre-line ${found.length > 0 ? '' : 'text-soft'}`} lang="zh-CN" dir="auto">{item.text}</p>
      {found.length > 0 && <div className="mt-3 border-s-2 border-line ps-4"><FoundList reading={reading} process={process} words={words} /></div>}
      {earlier !== null && proposed && <p className="hint mt-2">{oldThreads.samePerson(earlier)}</p>}
      {caseId !== null && <p className="mt-2 text-approved"><a href={pathIn(lang, `/cases/${caseId}`)}>{oldThreads.accepted(caseId)}</a></p>}
      {dropped && caseId === null && <p className="hint mt-2">{oldThreads.dropped}</p>}
      {caseId === null && (
        <div className="mt-3 flex flex-wrap items-center gap-x-5">
          {proposed && <AcceptForm {...{ reading, reference, place, lang, words, newKey }} />}
          <a className="word-button" href={pathIn(lang, `${place.path}/${item.place}`)}>{proposed ? oldThreads.correct : oldThreads.write}</a>
          {proposed && <DropForm {...{ reading, reference, place, lang, words, newKey }} />}
        </div>
      )}
    </li>
  )
}

type FormProps = Pick<Props, 'reading' | 'reference' | 'place' | 'lang' | 'words' | 'newKey'>

// What is wrong with it is shown where it can be put right: on the page of the one comment.
function AcceptForm({ reading, reference, place, lang, words, newKey }: FormProps) {
  const { item, fields } = reading
  return (
    <form method="post" action="/do/accept-thread-case">
      <FormKey formKey={newKey()} lang={lang} back={`${place.path}/${item.place}`} />
      <Hidden fields={{ thread: [place.page], ref: [reference], item: [String(item.place)], because: [place.because], ...fields }} />
      <button className="button">{words.oldThreads.accept}</button>
    </form>
  )
}

function DropForm({ reading, reference, place, lang, words, newKey }: FormProps) {
  return (
    <form method="post" action="/do/drop-thread-item">
      <FormKey formKey={newKey()} lang={lang} back={place.path} />
      <Hidden fields={{ thread: [place.page], ref: [reference], item: [String(reading.item.place)] }} />
      <button className="word-button">{words.oldThreads.dismiss}</button>
    </form>
  )
}

function Hidden({ fields }: { fields: Record<string, string[]> }) {
  return Object.entries(fields).flatMap(([name, values]) => values.map(value => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  )))
}
