import type { Metadata } from 'next'
import { FeedLinks } from '@/components/feeds/feed-links'
import { returnedTo } from '@/components/moderation/returned'
import { ConfidenceKey } from '@/components/rules/confidence-key'
import { RuleForm } from '@/components/rules/rule-form'
import { RuleTimeline } from '@/components/rules/rule-timeline'
import { WithdrawnRules } from '@/components/rules/withdrawn-rules'
import { dayOf, minuteOf } from '@/domain/case/interval'
import { isCompared } from '@/domain/figures/trend-rules'
import { isModerator } from '@/domain/permission'
import { read } from '@/db/connection'
import { listRuleChanges, listWithdrawnRules } from '@/db/rules/changes'
import { feedsInHead } from '../../feeds/head'
import { languageOf, type PageProps } from '../../page-words'
import { shareOf } from '../../share'
import { newFormKey, typedDraft } from '../../typed-draft'
import { audience } from '../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.rules.title, description: words.rules.intro, ...feedsInHead(lang, '/rules', words.rules.title),
    ...await shareOf({ lang, words, card: 'rules' }),
  }
}

/** Every rule change that stands, for everyone; the form that adds one, for moderators. */
export default async function RulesPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const database = await read()
  const [rules, withdrawn] = [await listRuleChanges(database), await listWithdrawnRules(database)]
  const keeper = isModerator(await audience())
  const now = minuteOf(Date.now())
  const compared = new Set(rules.filter(rule => isCompared(rule, now)).map(({ id }) => id))
  return (
    <>
      <h1 className="finding">{words.rules.title}</h1>
      <p className="weight mt-1">{words.rules.intro}</p>
      {keeper && <Adding typed={await typedDraft(await searchParams)} lang={lang} words={words} />}
      <div className="grid items-start gap-x-16 gap-y-8 md:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <div>
          {rules.length === 0
            ? <p className="mt-8">{words.rules.none}</p>
            : <RuleTimeline {...{ rules, lang, words, keeper, compared }} today={dayOf(now)} />}
          <FeedLinks path="/rules" lang={lang} words={words.feeds} />
          <WithdrawnRules rules={withdrawn} lang={lang} words={words} />
        </div>
        <ConfidenceKey lang={lang} words={words.rules} />
      </div>
    </>
  )
}

type AddingProps = Pick<Parameters<typeof RuleForm>[0], 'lang' | 'words'> & { typed: Parameters<typeof returnedTo>[0] }

function Adding({ typed, lang, words }: AddingProps) {
  const returned = returnedTo(typed, ['add-rule'])
  return (
    <details open={returned !== null} className="mt-4 border-y border-hair">
      <summary className="inline-flex min-h-11 items-center">{words.rules.add}</summary>
      <div className="pt-4 pb-6"><RuleForm {...{ lang, words, returned }} rule={null} back="/rules" newKey={newFormKey} /></div>
    </details>
  )
}
