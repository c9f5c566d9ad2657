import type { ReactNode } from 'react'
import { requiredFacts, type Facts } from '@/domain/case/facts'
import type { Process } from '@/domain/codes'
import { pathIn, type Language } from '@/messages/languages'
import { ChoiceField } from '../../form/field'
import { sayFact } from '../facts'
import { errorAt, type Answers } from './answers'
import { RequiredPart } from './required-part'

type Before = { caseId: number; why: 'same_case' | 'same_kind' }

/** The required facts folded under what they say, since they came with the case; open where one of them is wrong. */
export function FactsFolded({ answers, process }: { answers: Answers; process: Process }) {
  const { together: { meToo } } = answers.words
  const asked = ['subject', 'program_age', 'kind', 'category', ...requiredFacts[process]]
  const wrong = asked.some(name => answers.problems.some(({ path }) => path === name))
  return (
    <details open={wrong} className="mb-6 border-b border-line pb-3">
      <summary className="min-h-12 cursor-pointer py-2">
        <strong>{meToo.facts}</strong>{' '}
        <bdi>{inWords(answers).join(' · ')}</bdi> <span className="hint">{meToo.factsHint}</span>
      </summary>
      <div className="pt-4"><RequiredPart answers={answers} process={process} /></div>
    </details>
  )
}

type WarningProps = { before: Before; answers: Answers; lang: Language }

/** That he has told the same before: where, what figures make of it, and a tick for whoever means another time. */
export function ToldBefore({ before, answers, lang }: WarningProps) {
  const { meToo } = answers.words.together
  return (
    <div className="mb-6 border-l-4 border-waiting pl-4">
      <p>
        {meToo.toldBefore[before.why](before.caseId)}{' '}
        <a href={pathIn(lang, `/cases/${before.caseId}`)}>{meToo.toThat(before.caseId)}</a>
      </p>
      <p className="hint">{meToo.countedOnce}</p>
      <ChoiceField
        kind="checkbox" name="again" label={<span className="sr-only">{meToo.again}</span>} options={[['yes', meToo.again]]}
        values={answers.fields.again ?? []} error={errorAt(answers, 'again')} className="mb-0!"
      />
    </div>
  )
}

/** What few need to say here, folded. */
export function MoreFolded({ answers, children }: { answers: Answers; children: ReactNode }) {
  const { fields, problems, words } = answers
  const touched = ['title', 'words'].some(name => fields[name]?.some(Boolean) || problems.some(({ path }) => path === name))
  return (
    <details open={touched} className="border-t border-line">
      <summary className="flex min-h-12 items-center font-semibold">{words.together.meToo.more}</summary>
      {children}
    </details>
  )
}

function inWords({ fields, words }: Answers): string[] {
  const names = ['subject', 'category', 'program_age', 'kind', 'province', 'name_pattern', 'proof_demanded'] as const
  const facts = Object.fromEntries(names.flatMap(name => (fields[name]?.[0] ? [[name, fields[name]]] : []))) as Partial<Facts>
  // "None" alone says nothing; a category does.
  const named = (name: (typeof names)[number]) => name === 'name_pattern' || name === 'proof_demanded'
  return names.filter(name => facts[name] !== undefined)
    .map(name => words.site.named(named(name) ? words.cases.fact[name] : undefined, sayFact(name, facts, words)))
}
