import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { returnedTo } from '@/components/moderation/returned'
import { AddWordsForm } from '@/components/words/add-words-form'
import { TryWords } from '@/components/words/try-words'
import { WordRuleList } from '@/components/words/word-rule-list'
import { valueOf } from '@/domain/fields'
import { findWords } from '@/domain/moderation/words/filter'
import { wordActions, type WordAction } from '@/domain/moderation/words/rule'
import { sift } from '@/domain/moderation/words/sift'
import { permit } from '@/domain/permission'
import { readCurrent } from '@/db/connection'
import { wordFilter as filterNow } from '@/db/moderation/words/filter'
import { countWordRules, wordRulesBy, wordRulesPage } from '@/db/moderation/words/list'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { wordFilter } = languageOf(await params).words
  return { title: wordFilter.title, description: wordFilter.description, robots: { index: false } }
}

const path = '/moderation/words'

/** For moderators: the rules of the word filter. `?off=yes` those that are not in force, `?action=`, `?word=` some alone. */
export default async function WordsPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${path}`))
  if ('refused' in permit('keep_words', reader, null)) return missing()
  const search = await searchParams
  const [done, off, asked, after, word] = ['done', 'off', 'action', 'after', 'word'].map(name => [search[name]].flat()[0])
  const action = wordActions.find(it => it === asked)
  const alone = (word ?? '').split(',').map(Number).filter(id => Number.isSafeInteger(id) && id > 0).slice(0, 20)
  const enabled = off !== 'yes'
  const [database, typed] = [await readCurrent(), await typedDraft(search)]
  const [counts, { rules, next }] = await Promise.all([
    countWordRules(database),
    alone.length > 0 ? wordRulesBy(database, alone).then(found => ({ rules: found, next: null }))
      : wordRulesPage(database, { enabled, ...(action && { action }), after: Number(after) || 0 }),
  ])
  const { wordFilter } = words
  const address = (of: { off?: boolean; action?: WordAction | undefined; after?: number }) => {
    const query = new URLSearchParams({ ...(of.off && { off: 'yes' }), ...(of.action && { action: of.action }), ...(of.after && { after: String(of.after) }) })
    return pathIn(lang, `${path}${query.size > 0 ? `?${query}` : ''}`)
  }
  const back = alone.length > 0 ? `${path}?word=${alone.join(',')}` : path
  const tried = returnedTo(typed, ['try-words'])
  const form = { lang, words, typed, newKey: newFormKey, back }
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation')}>{words.log.title}</a></p>
      <h1 className="finding">{wordFilter.title}</h1>
      <p className="weight">{wordFilter.counts(counts.on, counts.off)}</p>
      <div className="words mt-2 mb-4 max-w-prose"><p>{wordFilter.intro}</p><p>{wordFilter.introLog}</p></div>
      {(done === 'added' || done === 'edited') && (
        <p role="status" className="mb-4 border-l-4 border-approved py-1 pl-4">{wordFilter.done[done]}</p>
      )}
      <TryWords {...form} typed={tried} result={tried ? await resultOf(valueOf(tried.fields, 'text')) : null} />
      <AddWordsForm {...form} />
      {alone.length > 0
        ? <p className="mt-6"><a className="word-button" href={pathIn(lang, path)}>{wordFilter.whole}</a></p>
        : (
            <nav aria-label={wordFilter.title} className="mt-6 flex flex-wrap gap-x-5 text-small">
              <a className="word-button aria-[current]:text-ink" href={address({ action })} aria-current={enabled ? 'page' : undefined}>{wordFilter.on}</a>
              <a className="word-button aria-[current]:text-ink" href={address({ off: true, action })} aria-current={enabled ? undefined : 'page'}>{wordFilter.off}</a>
              {[undefined, ...wordActions].map(it => (
                <a key={it ?? ''} className="word-button aria-[current]:text-ink" href={address({ off: !enabled, action: it })} aria-current={it === action ? 'true' : undefined}>
                  {it ? wordFilter.actions[it].name : wordFilter.all}
                </a>
              ))}
            </nav>
          )}
      <WordRuleList rules={rules} {...form} />
      <div className="mt-4 flex gap-4">
        {next && <a className="button" rel="next" href={address({ off: !enabled, action, after: next })}>{wordFilter.more}</a>}
        {after && <a className="word-button" href={address({ off: !enabled, action })}>{wordFilter.first}</a>}
      </div>
    </>
  )
}

/** What the rules in force make of a text, and the text as it would be stored. */
async function resultOf(text: string) {
  const filter = await filterNow(await readCurrent())
  const found = findWords(filter, text).map(({ rule, from, to }) => ({ rule, found: text.slice(from, to) }))
  const masked = sift(filter, [{ path: 'text', text }]).masked.get('text')
  return { found: found.slice(0, 20), ...(masked !== undefined && { masked }) }
}
