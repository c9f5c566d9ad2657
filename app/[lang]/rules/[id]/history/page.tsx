import type { Metadata } from 'next'
import { RuleHistory } from '@/components/rules/rule-history'
import { isModerator } from '@/domain/permission'
import { read } from '@/db/connection'
import { ruleById } from '@/db/rules/changes'
import { versionsOfRule } from '@/db/rules/history'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../../page-words'
import { audience } from '../../../../viewer'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, ...rest } = await params
  const { rules } = languageOf(rest).words
  return { title: rules.historyTitle, description: rules.historyAbout(numberOf(id)) }
}

/** Every version of a rule change, the withdrawn ones too. */
export default async function RuleHistoryPage({ params }: Props) {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const { rules } = words
  const database = await read()
  const rule = await ruleById(database, numberOf(id))
  if (!rule) return missing()
  const english = lang === 'en' && rule.statementEn
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/rules')}>{rules.title}</a> · {rules.historyTitle}</p>
      <h1 className="finding mb-2" lang={english ? 'en' : 'zh-CN'}><bdi>{english || rule.statementZh}</bdi></h1>
      {rule.withdrawnAt !== null && <p role="status" className="mb-2 border-s-4 border-waiting ps-4">{rules.withdrawnNote}</p>}
      <p className="weight mb-4">{rules.historyIntro}</p>
      <RuleHistory versions={await versionsOfRule(database, rule)} words={words} />
      <p className="mt-4 flex flex-wrap gap-4">
        <a className="button" href={pathIn(lang, rule.withdrawnAt === null ? `/rules#rule-${rule.id}` : '/rules')}>{rules.backToList}</a>
        {isModerator(await audience()) && <a className="button" href={pathIn(lang, `/rules/${rule.id}/edit`)}>{rules.edit}</a>}
      </p>
    </>
  )
}
