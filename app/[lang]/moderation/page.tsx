import type { Metadata } from 'next'
import { isId } from '@/domain/ids'
import { isLogAct } from '@/domain/moderation/log-acts'
import { FeedLinks } from '@/components/feeds/feed-links'
import { isModerator } from '@/domain/permission'
import { LogFilter } from '@/components/moderation/log-filter'
import { LogList } from '@/components/moderation/log-list'
import { read } from '@/db/connection'
import { countOpenAppeals } from '@/db/moderation/appeals'
import { countSuspectedBatches } from '@/db/moderation/batches/settle'
import { logPage } from '@/db/moderation/log-page'
import { countWordRules } from '@/db/moderation/words/list'
import { pathIn } from '@/messages/languages'
import { feedsInHead } from '../../feeds/head'
import { languageOf, type PageProps } from '../../page-words'
import type { SearchParams } from '../../typed-draft'
import { audience } from '../../viewer'

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { lang, words: { log } } = languageOf(await params)
  const feeds = feedsInHead(lang, feedOf(readQuestion(await searchParams)), log.title)
  return { title: log.title, description: log.description, ...feeds }
}

/** The public log: everything moderators did. `?act=` narrows it to one kind, `?case=` to one case. */
export default async function ModerationLog({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { log } = words
  const asked = readQuestion(await searchParams)
  const [{ entries, next }, reader] = await Promise.all([logPage(await read(), asked), audience()])
  const waiting = isModerator(reader) ? await countOpenAppeals(await read(), Date.now()) : 0
  const batches = isModerator(reader) ? await countSuspectedBatches(await read()) : 0
  const rules = isModerator(reader) ? (await countWordRules(await read())).on : 0
  const { act, caseId } = asked
  const narrowed = act !== undefined || caseId !== undefined
  const address = (after?: string) => pathIn(lang, `/moderation${searchOf({ ...asked, after })}`)
  return (
    <>
      <h1 className="finding">{log.title}</h1>
      <div className="words mt-3 max-w-prose">
        {log.intro.map(paragraph => <p key={paragraph}>{paragraph}</p>)}
        <p><a href={pathIn(lang, '/moderation/tags')}>{log.tagsLink}</a> · <a href={pathIn(lang, '/trust')}>{words.queue.trust.title}</a></p>
        {isModerator(reader) && <p><a href={pathIn(lang, '/moderation/queue')}>{words.queue.title}</a></p>}
        {isModerator(reader) && <p><a href={pathIn(lang, '/moderation/appeals')}>{words.appeals.open(waiting)}</a></p>}
        {isModerator(reader) && <p><a href={pathIn(lang, '/moderation/batches')}>{words.batches.deskLink(batches)}</a></p>}
        {isModerator(reader) && <p><a href={pathIn(lang, '/moderation/words')}>{words.wordFilter.deskLink(rules)}</a></p>}
        {isModerator(reader) && <p><a href={pathIn(lang, '/moderation/threads')}>{words.oldThreads.deskLink}</a></p>}
      </div>
      <div className="mt-8 mb-4">
        <LogFilter act={act} caseId={caseId} lang={lang} words={log} />
        {caseId !== undefined && (
          <p className="mt-2 text-small">
            {log.onlyCase(caseId)} · <a href={pathIn(lang, '/moderation')}>{log.wholeLog}</a>
          </p>
        )}
      </div>
      {entries.length > 0
        ? <LogList entries={entries} lang={lang} words={words} />
        : <p className="border-y border-hair py-4 text-soft">{narrowed ? log.emptyFilter : log.empty}</p>}
      <div className="mt-4 flex gap-4">
        {next && <a className="button" rel="next" href={address(next)}>{log.earlier}</a>}
        {asked.after && <a className="word-button" href={address()}>{log.newest}</a>}
      </div>
      <FeedLinks path={feedOf(asked)} lang={lang} words={words.feeds} />
    </>
  )
}

type Question = { act?: ReturnType<typeof readAct>; caseId?: number; after?: string }

function readQuestion(search: SearchParams): Question {
  const [act, caseId, after] = ['act', 'case', 'after'].map(name => [search[name]].flat()[0])
  return {
    act: readAct(act),
    caseId: caseId && isId(caseId) ? Number(caseId) : undefined,
    after,
  }
}

/** The feed of what this page shows. */
function feedOf({ act, caseId }: Question): string {
  return `/moderation${searchOf({ act, caseId })}`
}

function readAct(text: string | undefined) {
  return isLogAct(text) ? text : undefined
}

function searchOf({ act, caseId, after }: Question): string {
  const params = new URLSearchParams()
  if (act) params.set('act', act)
  if (caseId !== undefined) params.set('case', String(caseId))
  if (after) params.set('after', after)
  return params.size > 0 ? `?${params}` : ''
}
