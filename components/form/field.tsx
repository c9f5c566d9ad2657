import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react'
import { idOf } from './problems'

type Frame = { name: string; label: ReactNode; hint?: ReactNode; error?: string | undefined; className?: string }

/** A labelled native control: hint before it, what is wrong with it in words above it. */
export function TextField({ name, label, hint, error, className, ...input }: Frame & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <FieldFrame {...{ name, label, hint, error, className }}>
      <input id={idOf(name)} name={name} className="w-full" {...described(name, hint, error)} {...input} />
    </FieldFrame>
  )
}

export function TextArea({ name, label, hint, error, className, ...area }: Frame & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <FieldFrame {...{ name, label, hint, error, className }}>
      <textarea id={idOf(name)} name={name} {...described(name, hint, error)} {...area} />
    </FieldFrame>
  )
}

type Options = { options: readonly (readonly [value: string, label: string])[]; value?: string }

export function SelectField({ name, label, hint, error, className, options, value = '' }: Frame & Options) {
  return (
    <FieldFrame {...{ name, label, hint, error, className }}>
      <select id={idOf(name)} name={name} defaultValue={value} {...described(name, hint, error)}>
        {options.map(([code, text]) => <option key={code} value={code}>{text}</option>)}
      </select>
    </FieldFrame>
  )
}

type ChoiceProps = Frame & {
  kind: 'radio' | 'checkbox'
  options: readonly (readonly [value: string, label: string, hint?: string])[]
  values: readonly string[]
}

/** One question with a handful of answers, each big enough for a thumb. */
export function ChoiceField({ name, label, hint, error, className = '', kind, options, values }: ChoiceProps) {
  const id = idOf(name)
  return (
    <fieldset id={id} tabIndex={-1} className={`mb-7 ${className}`} {...described(name, hint, error)}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p id={`${id}-hint`} className="hint mb-1">{hint}</p>}
      {error && <p id={`${id}-error`} className="error">{error}</p>}
      <div className="flex flex-wrap gap-x-6">
        {options.map(([code, text, explanation]) => (
          <label key={code} className={`flex min-h-11 cursor-pointer items-center gap-2.5 ${explanation ? 'w-full' : ''}`}>
            <input type={kind} name={name} value={code} defaultChecked={values.includes(code)} />
            <span>{text}{explanation && <span className="hint block">{explanation}</span>}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function FieldFrame({ name, label, hint, error, className = '', children }: Frame & { children: ReactNode }) {
  const id = idOf(name)
  return (
    <div className={`mb-7 ${className}`}>
      <label htmlFor={id} className="mb-1 block font-semibold">{label}</label>
      {hint && <p id={`${id}-hint`} className="hint mb-1">{hint}</p>}
      {error && <p id={`${id}-error`} className="error mb-1">{error}</p>}
      {children}
    </div>
  )
}

function described(name: string, hint: ReactNode, error: string | undefined) {
  const id = idOf(name)
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}
