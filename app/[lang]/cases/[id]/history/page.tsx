import type { Metadata } from 'next'
import { RevisionList } from '@/components/cases/revision-list'
import { maySeeCase } from '@/domain/permission'
import { read } from '@/db/connection'
import { revisionsOf } from '@/db/cases/revise'
import { caseById } from '@/db/cases/rows'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../../page-words'
import { audience } from '../../../../viewer'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, ...rest } = await params
  const { cases, about } = languageOf(rest).words
  return { title: cases.historyTitle(numberOf(id)), description: about.caseHistory(numberOf(id)) }
}

/** What was changed, when and from what: an edit never quietly rewrites what others have answered. */
export default async function CaseHistoryPage({ params }: Props) {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const database = await read()
  const [stored, reader] = await Promise.all([caseById(database, numberOf(id)), audience()])
  if (!stored || !maySeeCase(reader, stored.row)) return missing()
  const revisions = await revisionsOf(database, stored.row.id)
  return (
    <>
      <h1 className="finding">{words.cases.historyTitle(stored.row.id)}</h1>
      <p className="hint mb-2">
        <a className="lone" href={pathIn(lang, `/cases/${stored.row.id}`)}>{words.cases.backToCase}</a>
      </p>
      {revisions.length === 0 ? <p>{words.cases.historyNone}</p> : <RevisionList revisions={revisions} process={stored.case.facts.process} words={words} />}
    </>
  )
}
