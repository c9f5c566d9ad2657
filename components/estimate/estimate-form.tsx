import { categories, processes, subjects, waitUnits } from '@/domain/codes'
import { places, type ReadEstimate } from '@/domain/figures/estimate-address'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { SelectField, TextField } from '../form/field'

type Props = { asked: ReadEstimate; lang: Language; words: Words }

/** The question as a sentence: at which step, waited how long. It answers in the address and stores nothing. */
export function EstimateForm({ asked: { filter, typed, fault, misread }, asked, lang, words }: Props) {
  const { estimate, codes, cases } = words
  const { subject, category, layer } = filter
  const options = <Code extends string>(list: readonly Code[], names: Record<Code, string>) =>
    [['', estimate.any] as const, ...list.map(code => [code, names[code]] as const)]
  return (
    <form method="get" action={pathIn(lang, '/estimate')} className="mt-2 max-w-[46rem] text-lead">
      {misread && <p role="status" className="error text-small">{cases.filterUnknown}</p>}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3">
        <PlaceSelect value={asked.isAsked ? `${filter.process}.${asked.stage}` : undefined} words={words} />
        <WaitFields typed={typed} words={words} error={fault?.field === 'waited' ? estimate.waitFault[fault.what] : undefined} />
        <button className="button button-main">{estimate.ask}</button>
      </div>
      <details className="mt-1 text-small" open={Boolean(typed.since || subject || category)}>
        <summary className="inline-flex min-h-11 items-center text-soft underline decoration-line underline-offset-4">{estimate.more}</summary>
        <div className="mt-2 grid gap-x-6 sm:grid-cols-3 [&_select]:w-full">
          <TextField
            name="since" type="datetime-local" label={estimate.since} hint={estimate.sinceHint} defaultValue={typed.since} className="!mb-4"
            error={fault?.field === 'since' ? estimate.sinceFault[fault.what] : undefined}
          />
          <SelectField
            name="subject" label={estimate.subject} value={subject} options={options(subjects, codes.subject)} className="!mb-4 self-end"
          />
          <SelectField
            name="category" label={estimate.category} value={category} options={options(categories, codes.category)} className="!mb-4 self-end"
          />
        </div>
      </details>
      {layer !== 'own' && <input type="hidden" name="layer" value={layer} />}
    </form>
  )
}

/** All steps of all reviews as one choice, so that no stage can be asked of a review that has none. */
export function PlaceSelect({ value, words }: { value?: string | undefined; words: Words }) {
  const { estimate, codes } = words
  return (
    <>
      <label htmlFor="place">{estimate.placeBefore}</label>
      <select id="place" name="step" defaultValue={value} className="min-w-0 max-w-full">
        {processes.map(process => (
          <optgroup key={process} label={codes.process[process]}>
            {places.filter(place => place.process === process).map(({ stage, name }) => (
              <option key={name} value={name}>{codes.process[process]} · {nameOfStage(stage, process, words)}</option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  )
}

/** How long, as a number and its unit. */
export function WaitFields({ typed, words, error }: {
  typed?: { waited: string; unit: string }; words: Words; error?: string | undefined
}) {
  const { estimate, codes } = words
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {error && <span role="alert" id="wait-error" className="error mb-1 w-full text-small">{error}</span>}
      <label htmlFor="waited">{estimate.waitedBefore}</label>
      <input
        id="waited" name="waited" inputMode="decimal" autoComplete="off" maxLength={10} defaultValue={typed?.waited} className="w-20"
        aria-invalid={error ? true : undefined} aria-describedby={error && 'wait-error'}
      />
      <select name="unit" aria-label={estimate.unit} defaultValue={typed?.unit ?? 'hour'}>
        {waitUnits.map(unit => <option key={unit} value={unit}>{codes.waitUnit[unit]}</option>)}
      </select>
    </span>
  )
}
