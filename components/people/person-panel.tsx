import type { ReactNode } from 'react'
import { valueOf } from '@/domain/fields'
import { roles, type HoldKind, type Role } from '@/domain/people/viewer'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { BecauseField } from '../moderation/because-field'
import { FormProblems } from '../moderation/form-problems'
import type { Typed } from '../form/typed'
import { returnedTo } from '../moderation/returned'
import { sayDay } from '../say/time'

type Props = {
  person: { id: number; name: string; role: Role }
  /** What holds him from writing now, the newest first. */
  holds: { kind: HoldKind; reason: string; endsAt: number | null }[]
  may: { setRole: boolean; suspend: boolean }
  typed: Typed | null
  newKey: () => string
  back: string
  lang: Language
  words: Words
}

/** What may be done to one person: a role, a suspension, or its end; each with its reason. */
export function PersonPanel({ person, holds, may, typed, newKey, back, lang, words }: Props) {
  const { admin, roles: roleWords } = words.people
  const frame = { person, typed, newKey, back, lang, words }
  return (
    <section aria-labelledby="person" className="border-y border-line py-5">
      <h2 id="person" className="text-lead">
        <bdi>{person.name}</bdi> <span className="hint">{roleWords[person.role]}</span>
      </h2>
      {holds.map(({ kind, reason, endsAt }) => (
        <p key={kind} className="mt-4 border-l-4 border-refused py-1 pl-4">
          <bdi>{admin.held(kind, endsAt === null ? null : sayDay(endsAt), reason)}</bdi>
        </p>
      ))}
      {may.suspend && holds.map(({ kind }) => <PersonForm key={kind} {...frame} act={`lift-${kind}`} title={admin.lift[kind]} />)}
      {may.suspend && holds.length === 0 && (
        <PersonForm {...frame} act="silence" title={admin.silence}>
          <p className="hint mb-2">{admin.silenceHint}</p>
          <Choice {...{ name: 'days', form: 'silence', label: admin.suspendFor, options: admin.durations, value: '7', typed }} />
        </PersonForm>
      )}
      {may.suspend && holds.every(it => it.kind !== 'suspension') && (
        <PersonForm {...frame} act="suspend" title={admin.suspend}>
          <p className="hint mb-2">{admin.suspendHint}</p>
          <Choice {...{ name: 'days', form: 'suspend', label: admin.suspendFor, options: admin.durations, value: '7', typed }} />
        </PersonForm>
      )}
      {may.setRole && (
        <PersonForm {...frame} act="set-role" title={admin.setRole}>
          <Choice
            name="role" form="set-role" label={admin.role} options={roles.map(role => [role, roleWords[role]])}
            value={person.role} typed={typed}
          />
        </PersonForm>
      )}
    </section>
  )
}

type FormProps = Omit<Props, 'holds' | 'may'> & { act: string; title: string; children?: ReactNode }

function PersonForm({ person, typed, newKey, back, lang, words, act, title, children }: FormProps) {
  const returned = returnedTo(typed, [act], { person: person.id })
  return (
    <form method="post" action={`/do/${act}`} className="mt-5 max-w-form">
      <h3 className="mb-2 font-semibold">{title}</h3>
      <FormProblems typed={returned} words={words} />
      <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
      <input type="hidden" name="person" value={person.id} />
      {children}
      <BecauseField form={act} typed={returned} words={words} />
      <button className="button">{title}</button>
    </form>
  )
}

type ChoiceProps = {
  name: string; form: string; label: string; options: [string, string][]; value: string; typed: Typed | null
}

function Choice({ name, form, label, options, value, typed }: ChoiceProps) {
  const chosen = typed?.act === form ? valueOf(typed.fields, name) : value
  return (
    <div className="mb-3">
      <label htmlFor={`${form}-${name}`} className="mb-1 block font-semibold">{label}</label>
      <select id={`${form}-${name}`} name={name} defaultValue={chosen}>
        {options.map(([code, text]) => <option key={code} value={code}>{text}</option>)}
      </select>
    </div>
  )
}
