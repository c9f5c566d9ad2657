import { eventTypes, partsOfDay, reasons, restrictedScopes, waitUnits, whenKinds, type Process } from '@/domain/codes'
import { eventProofs } from '@/domain/case/event'
import { waitingNow } from '@/domain/case/form-rows'
import { belongs } from '@/domain/case/steps'
import { ChoiceField, SelectField, TextField } from '../../form/field'
import { nameOfEvent } from '../event-words'
import { answerTo, choicesOf, errorAt, type Answers } from './answers'

type Props = {
  answers: Answers
  process: Process
  rows: number[]
  /** A new case may say that there is no answer as of now; a told one has a button for it. */
  offersWaiting: boolean
  /** What happened is filled in already: what is left is mostly when. */
  brief?: boolean
}

/**
 * The events as numbered steps. Which fields of a step are in sight follows from what is chosen in it, by CSS
 * (`.step` in app/form.css), so it works the same without JavaScript; adding, moving and removing are submits that come back.
 */
export function EventRows({ answers, process, rows, offersWaiting, brief = false }: Props) {
  const { form } = answers.words
  return (
    <section className="mt-4" aria-labelledby="events">
      <h2 id="events" tabIndex={-1} className="mb-1 text-lead">{form.eventsPart}</h2>
      <p className="hint mb-4">{form.eventsHint(form.eventsExample[process])}</p>
      {errorAt(answers, 'events') && <p className="error mb-3">{errorAt(answers, 'events')}</p>}
      <ol>
        {rows.map((row, index) => <li key={row}><EventRow {...{ answers, process, row, index, brief, last: index === rows.length - 1 }} /></li>)}
      </ol>
      {offersWaiting && (
        <ChoiceField
          kind="checkbox" name={waitingNow} label={<span className="sr-only">{form.waitingNow}</span>} options={[['yes', form.waitingNow, form.waitingNowHint]]}
          values={answers.fields[waitingNow] ?? []} error={errorAt(answers, waitingNow)} className="border-t border-line pt-3 mb-3!"
        />
      )}
      <button className="button mb-8" formAction="/do/arrange-case" formNoValidate name="press" value="add">{form.addStep}</button>
    </section>
  )
}

type RowProps = { answers: Answers; process: Process; row: number; index: number; last: boolean; brief: boolean }

function EventRow({ answers, process, row, index, last, brief }: RowProps) {
  const { form, codes } = answers.words
  const name = (field: string) => `events.${row}.${field}`
  const of = (field: string) => ({ name: name(field), error: errorAt(answers, name(field)), defaultValue: answerTo(answers, name(field)) })
  const pick = (field: string) => ({ name: name(field), error: errorAt(answers, name(field)), value: answerTo(answers, name(field)) })
  const types = eventTypes.filter(type => belongs(type, process))
  const choices = (field: string) => ({
    kind: 'checkbox' as const, name: name(field), error: errorAt(answers, name(field)), values: answers.fields[name(field)] ?? [],
  })
  return (
    <fieldset id={`step-${row}`} className="step border-t border-line pb-1 pt-3">
      <legend className="float-left mb-2 w-full font-semibold">{form.step(index + 1)}</legend>
      <div className="clear-both grid grid-cols-2 gap-x-4">
        <SelectField {...pick('type')} className="step-type" label={form.eventType} options={[['', form.chooseEvent], ...types.map(type => [type, nameOfEvent(type, process, answers.words)] as const)]} />
        <SelectField {...pick('when_kind')} className="step-when" label={form.whenKind} options={[['', form.chooseEvent], ...choicesOf(whenKinds, codes.whenKind)]} />
        <TextField {...of('when_date')} className="step-date" type="date" label={form.whenDate} />
        <TextField {...of('when_time')} className="step-time" type="time" label={form.whenTime} />
        <SelectField {...pick('when_part')} className="step-part" label={form.whenPart} options={[['', form.chooseEvent], ...choicesOf(partsOfDay, codes.partOfDay)]} />
        <TextField {...of('when_until')} className="step-until" type="date" label={form.whenUntil} />
        <input type="hidden" name={name('when_until_time')} value={answerTo(answers, name('when_until_time'))} />
        {index > 0 && <Wait answers={answers} row={row} />}
      </div>
      <ChoiceField {...choices('reasons')} className="step-reasons" label={form.reasons} options={choicesOf(reasons, codes.reason)} />
      <ChoiceField {...choices('kinds')} className="step-kinds" label={form.proofKinds} options={choicesOf(eventProofs, codes.proof)} />
      <ChoiceField {...choices('scopes')} className="step-scopes" label={form.scopes} options={choicesOf(restrictedScopes, codes.scope)} />
      {(!brief || answerTo(answers, name('note')) !== '') && (
        <details open={answerTo(answers, name('note')) !== '' || undefined}>
          <summary className="word-button">{form.note}</summary>
          <TextField {...of('note')} label={<span className="sr-only">{form.note}</span>} maxLength={200} autoComplete="off" />
        </details>
      )}
      <HiddenNumbers answers={answers} row={row} />
      <div className="flex flex-wrap gap-5 text-small">
        <Press value={`up.${row}`} hidden={brief || index === 0}>{form.moveUp}</Press>
        <Press value={`down.${row}`} hidden={brief || last}>{form.moveDown}</Press>
        <Press value={`remove.${row}`}>{form.removeStep}</Press>
      </div>
    </fieldset>
  )
}

/** The wait since the step before, remembered better than clocks are. */
function Wait({ answers, row }: { answers: Answers; row: number }) {
  const { form, codes } = answers.words
  const name = (field: string) => `events.${row}.${field}`
  const number = (field: string, label: string) => (
    <TextField
      name={name(field)} label={label} error={errorAt(answers, name(field))} defaultValue={answerTo(answers, name(field))}
      inputMode="decimal" maxLength={8} autoComplete="off" className="mb-1! w-24"
    />
  )
  return (
    <fieldset className="step-wait col-span-2 mb-5">
      <legend className="font-semibold">{form.wait}</legend>
      <p className="hint">{form.waitHint}</p>
      <div className="flex flex-wrap items-end gap-x-3">
        {number('wait_least', form.waitLeast)}
        {number('wait_most', form.waitMost)}
        <SelectField name={name('wait_unit')} label={form.waitUnit} value={answerTo(answers, name('wait_unit'))} options={choicesOf(waitUnits, codes.waitUnit)} className="mb-1!" />
      </div>
    </fieldset>
  )
}

// Where order and round do not follow from the sequence (an edited import, say), they travel along unseen.
function HiddenNumbers({ answers, row }: { answers: Answers; row: number }) {
  return ['order', 'round'].map(field => {
    const value = answerTo(answers, `events.${row}.${field}`)
    return value && <input key={field} type="hidden" name={`events.${row}.${field}`} value={value} />
  })
}

function Press({ value, hidden, children }: { value: string; hidden?: boolean; children: string }) {
  if (hidden) return null
  return <button className="word-button" formAction="/do/arrange-case" formNoValidate name="press" value={value}>{children}</button>
}
