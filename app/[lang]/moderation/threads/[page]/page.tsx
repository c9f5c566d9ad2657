import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ReadingItem } from '@/components/old-threads/reading-item'
import { permit } from '@/domain/permission'
import { threadPagePath } from '@/db/desk/thread-pages'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, type PageProps } from '../../../../page-words'
import { readThreadPage, type Looked } from '../../../../read-thread'
import { newFormKey } from '../../../../typed-draft'
import { viewer } from '../../../../viewer'

type Props = PageProps<{ page: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { oldThreads } = languageOf(await params).words
  return { title: oldThreads.pageTitle, description: oldThreads.pageAbout, robots: { index: false } }
}

/** For the moderator who pasted it: everything on the page, and the cases proposed from it. */
export default async function ThreadOfOldPage({ params }: Props) {
  const { page: key, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${encodeURIComponent(threadPagePath(key))}`))
  if ('refused' in permit('import_thread', reader, null)) return missing()
  const found = await readThreadPage(key, reader.id)
  if (!found) return missing()
  const { page, thread, looked } = found
  const { oldThreads } = words
  const count = (kind: string) => looked.filter(({ item }) => item.kind === kind).length
  const proposed = looked.filter(it => it.found.length > 0)
  const place = { path: threadPagePath(key), page: key, because: page.because }
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation/threads')}>{oldThreads.title}</a></p>
      <h1 className="finding"><bdi lang={thread.title ? 'zh-CN' : undefined}>{thread.title ?? oldThreads.untitled}</bdi></h1>
      <p className="mt-3">{oldThreads.counts(count('post'), count('comment'), count('reply'), proposed.length)}</p>
      <p className="hint"><bdi>{page.because}</bdi></p>
      {thread.unplaced.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-11 py-2 text-small text-soft">{oldThreads.unplaced(thread.unplaced.length)}</summary>
          <ul className="text-small">
            {thread.unplaced.map(({ line, text }) => <li key={line}>{oldThreads.unplacedLine(line)}{' '}<q lang="zh-CN"><bdi>{text}</bdi></q></li>)}
          </ul>
        </details>
      )}
      <ol className="mt-6 max-w-prose">
        {looked.map(it => (
          <ReadingItem
            key={it.item.place} reading={it} reference={it.reference} caseId={it.caseId} dropped={it.dropped}
            earlier={earlierOf(it, looked)} place={place} lang={lang} words={words} newKey={newFormKey}
          />
        ))}
      </ol>
    </>
  )
}

function earlierOf({ item }: Looked, looked: readonly Looked[]): number | null {
  if (item.speaker === 0) return null
  const earlier = looked.find(other => (
    other.item.speaker === item.speaker && other.item.place < item.place && other.found.length > 0 && !other.dropped
  ))
  return earlier?.item.place ?? null
}
