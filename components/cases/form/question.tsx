import type { ReactNode } from 'react'
import { ChoiceField, SelectField, TextField } from '../../form/field'
import { answerTo, choicesOf, errorAt, type Answers } from './answers'

type Asked<Code extends string> = {
  answers: Answers
  name: string
  label: ReactNode
  hint?: ReactNode
  codes: readonly Code[]
  names: Record<Code, string>
}

/** One answer out of a few, all in sight. */
export function OneOf<Code extends string>({ answers, name, label, hint, codes, names }: Asked<Code>) {
  return (
    <ChoiceField
      kind="radio" name={name} label={label} hint={hint} error={errorAt(answers, name)}
      options={choicesOf(codes, names)} values={answers.fields[name] ?? []}
    />
  )
}

/** Any number of answers. */
export function AnyOf<Code extends string>({ answers, name, label, hint, codes, names }: Asked<Code>) {
  return (
    <ChoiceField
      kind="checkbox" name={name} label={label} hint={hint} error={errorAt(answers, name)}
      options={choicesOf(codes, names)} values={answers.fields[name] ?? []}
    />
  )
}

/** One answer out of many, or none: the empty choice says that it was not answered. */
export function PickOne<Code extends string>({ answers, name, label, hint, codes, names, none }: Asked<Code> & { none: string }) {
  return (
    <SelectField
      name={name} label={label} hint={hint} error={errorAt(answers, name)} value={answerTo(answers, name)}
      options={[['', none], ...choicesOf(codes, names)]}
    />
  )
}

/** A whole number; `inputMode` rather than type=number, which eats what it cannot read. */
export function WholeNumber({ answers, name, label }: Pick<Asked<string>, 'answers' | 'name' | 'label'>) {
  return (
    <TextField
      name={name} label={label} error={errorAt(answers, name)} defaultValue={answerTo(answers, name)}
      inputMode="numeric" maxLength={6} autoComplete="off" className="max-w-48"
    />
  )
}
