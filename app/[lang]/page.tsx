import type { Metadata } from 'next'
import { CaseList } from '@/components/cases/case-list'
import { Finding } from '@/components/figures/finding'
import { AskHowLong } from '@/components/home/ask-how-long'
import { LastRule } from '@/components/home/last-rule'
import { read } from '@/db/connection'
import { listCases } from '@/db/cases/list'
import { listRuleChanges } from '@/db/rules/changes'
import { dayOf, minuteOf } from '@/domain/case/interval'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../page-words'
import { findingsOfHome } from '../home-findings'
import { shareOf } from '../share'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return shareOf({ ...languageOf(await params), card: 'home' })
}

/** The front page: what can be said, how to ask, what was told last, what changed last. */
export default async function HomePage({ params }: PageProps) {
  const { lang, words } = languageOf(await params)
  const database = await read()
  const [findings, newest, rules] = await Promise.all([
    findingsOfHome(database), listCases(database, { limit: 5 }), listRuleChanges(database),
  ])
  const { home } = words
  const [rule] = rules
  return (
    <>
      <h1 className="eyebrow font-normal">{home.lead}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          {findings.map(finding => <Finding key={finding.kind} finding={finding} lang={lang} words={words} />)}
        </div>
        <AskHowLong lang={lang} words={words} />
        <section>
          <h2 className="text-lead">{home.newest}</h2>
          <CaseList cases={newest.cases} lang={lang} words={words} level={3} />
          <p className="mt-2"><a className="inline-flex min-h-11 items-center" href={pathIn(lang, '/cases')}>{home.allCases}</a></p>
        </section>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-10">
          <section>
            <h2 className="text-lead">{home.tellTitle}</h2>
            <p className="mb-3 text-soft">{home.tell}</p>
            <a className="button button-main" href={pathIn(lang, '/cases/new')}>{words.site.report}</a>
          </section>
          {rule && <LastRule rule={rule} today={dayOf(minuteOf(Date.now()))} lang={lang} words={words} />}
        </div>
      </div>
    </>
  )
}
