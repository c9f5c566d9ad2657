import { categories, kinds, namePatterns, programAges, proofs, provinces, subjects, type Process } from '@/domain/codes'
import { requiredFacts } from '@/domain/case/facts'
import type { Answers } from './answers'
import { AnyOf, OneOf, PickOne } from './question'

/** What every report of this process must say. */
export function RequiredPart({ answers, process }: { answers: Answers; process: Process }) {
  const { form, codes } = answers.words
  const asks = (name: 'province' | 'name_pattern' | 'proof_demanded') => requiredFacts[process].includes(name)
  return (
    <section aria-labelledby="required-part">
      <h2 id="required-part" className="mb-4 text-lead">{form.requiredPart}</h2>
      <OneOf answers={answers} name="subject" label={form.subject} codes={subjects} names={codes.subject} />
      <OneOf answers={answers} name="program_age" label={form.programAge} hint={form.programAgeHint} codes={programAges} names={codes.programAge} />
      <OneOf answers={answers} name="kind" label={form.kind} codes={kinds} names={codes.kind} />
      <PickOne answers={answers} name="category" label={form.category} codes={categories} names={codes.category} none={form.chooseEvent} />
      {asks('province') && (
        <PickOne answers={answers} name="province" label={form.province} hint={form.provinceHint} codes={provinces} names={codes.province} none={form.chooseEvent} />
      )}
      {asks('name_pattern') && (
        <AnyOf answers={answers} name="name_pattern" label={form.namePattern} hint={form.namePatternHint} codes={namePatterns} names={codes.namePattern} />
      )}
      {asks('proof_demanded') && (
        <AnyOf answers={answers} name="proof_demanded" label={form.proofDemanded} hint={form.proofDemandedHint} codes={proofs} names={codes.proof} />
      )}
    </section>
  )
}
