import {
  channels, entries, features, motives, nameBases, nameChanges, namePatterns, nameVerdicts, occupations, passedElsewhere,
  proofResults, proofs, publishedBefore, registeredPeriods, softwareCopyrights, type Process,
} from '@/domain/codes'
import type { ReactNode } from 'react'
import { TextArea, TextField } from '../../form/field'
import { answerTo, errorAt, type Answers } from './answers'
import { AnyOf, PickOne, WholeNumber } from './question'

type Props = {
  answers: Answers
  process: Process
  /** Own or somebody else's; what comes from a thread comes from there. */
  asksSource: boolean
}

/** Everything that may be said and need not be, folded away unless something stands in it. */
export function OptionalParts({ answers, process, asksSource }: Props) {
  const { form, codes } = answers.words
  const pick = { answers, none: form.notAnswered }
  return (
    <>
      <Part title={form.namePart} answers={answers} names={nameFields}>
        <TextField name="name_shape" label={form.nameShape} hint={form.nameShapeHint} error={errorAt(answers, 'name_shape')} defaultValue={answerTo(answers, 'name_shape')} maxLength={60} autoComplete="off" />
        {process !== 'certification' && process !== 'renewal' && (
          <AnyOf answers={answers} name="name_pattern" label={form.namePattern} hint={form.namePatternHint} codes={namePatterns} names={codes.namePattern} />
        )}
        <PickOne {...pick} name="name_verdict" label={form.nameVerdict} codes={nameVerdicts} names={codes.nameVerdict} />
        <PickOne {...pick} name="name_change" label={form.nameChange} codes={nameChanges} names={codes.nameChange} />
        <AnyOf answers={answers} name="name_pattern_after" label={form.namePatternAfter} codes={namePatterns} names={codes.namePattern} />
        <PickOne {...pick} name="passed_elsewhere" label={form.passedElsewhere} codes={passedElsewhere} names={codes.passedElsewhere} />
        <PickOne {...pick} name="name_basis" label={form.nameBasis} codes={nameBases} names={codes.nameBasis} />
      </Part>
      <Part title={form.proofPart} answers={answers} names={proofFields}>
        <AnyOf answers={answers} name="proof_supplied" label={form.proofSupplied} codes={proofs} names={codes.proof} />
        <PickOne {...pick} name="proof_result" label={form.proofResult} codes={proofResults} names={codes.proofResult} />
        <PickOne {...pick} name="software_copyright" label={form.softwareCopyright} codes={softwareCopyrights} names={codes.softwareCopyright} />
        <WholeNumber answers={answers} name="software_copyright_days" label={form.softwareCopyrightDays} />
      </Part>
      <Part title={form.accountPart} answers={answers} names={accountFields}>
        <PickOne {...pick} name="registered_period" label={form.registeredPeriod} codes={registeredPeriods} names={codes.registeredPeriod} />
        <PickOne {...pick} name="published_before" label={form.publishedBefore} codes={publishedBefore} names={codes.publishedBefore} />
        <AnyOf answers={answers} name="features" label={form.features} codes={features} names={codes.feature} />
        <PickOne {...pick} name="entry" label={form.entry} codes={entries} names={codes.entry} />
        <WholeNumber answers={answers} name="notice_deadline_days" label={form.noticeDeadlineDays} />
        <PickOne {...pick} name="channel" label={form.channel} codes={channels} names={codes.channel} />
        <WholeNumber answers={answers} name="fee_yuan" label={form.feeYuan} />
        <WholeNumber answers={answers} name="orders_paid" label={form.ordersPaid} />
        <PickOne {...pick} name="occupation" label={form.occupation} codes={occupations} names={codes.occupation} />
        <TextField name="audit_firm" label={form.auditFirm} error={errorAt(answers, 'audit_firm')} defaultValue={answerTo(answers, 'audit_firm')} maxLength={80} autoComplete="off" />
      </Part>
      <section className="mt-8" aria-labelledby="words-part">
        <h2 id="words-part" className="mb-4 text-lead">{form.wordsPart} <span className="hint">{answers.words.site.optional}</span></h2>
        <TextField name="title" label={form.caseTitle} hint={form.caseTitleHint} error={errorAt(answers, 'title')} defaultValue={answerTo(answers, 'title')} maxLength={200} autoComplete="off" />
        <TextArea name="words" label={form.words} hint={form.wordsHint} error={errorAt(answers, 'words')} defaultValue={answerTo(answers, 'words')} maxLength={20_000} />
        <PickOne {...pick} name="motive" label={form.motive} codes={motives} names={codes.motive} />
        {asksSource && <PickOne answers={answers} none={codes.source.own} name="source" label={form.source} codes={['observed'] as const} names={codes.source} />}
      </section>
    </>
  )
}

const nameFields = ['name_shape', 'name_verdict', 'name_change', 'name_pattern_after', 'passed_elsewhere', 'name_basis']
const proofFields = ['proof_supplied', 'proof_result', 'software_copyright', 'software_copyright_days']
const accountFields = [
  'registered_period', 'published_before', 'features', 'entry', 'notice_deadline_days', 'channel', 'fee_yuan', 'orders_paid',
  'occupation', 'audit_firm',
]

type PartProps = { title: string; answers: Answers; names: string[]; children: ReactNode }

function Part({ title, answers, names, children }: PartProps) {
  const touched = names.some(name => answers.fields[name]?.some(Boolean) || answers.problems.some(it => it.path === name))
  return (
    <details className="border-t border-line" open={touched}>
      <summary className="flex min-h-12 items-center text-lead font-semibold">
        <h2 className="text-lead">{title} <span className="hint font-normal">{answers.words.site.optional}</span></h2>
      </summary>
      <div className="pb-2 pt-4">{children}</div>
    </details>
  )
}
