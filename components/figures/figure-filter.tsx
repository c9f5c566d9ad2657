import type { ReactNode } from 'react'
import { categories, namePatterns, processes, proofs, subjects, type Process } from '@/domain/codes'
import { layers } from '@/domain/case/layers'
import { isNarrowed, type ReadFigureFilter } from '@/domain/figures/filter'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { SelectField } from '../form/field'

type Props = ReadFigureFilter & {
  /** The page's path, as Chinese has it. */
  path: string
  lang: Language
  words: Words
  processes?: readonly Process[]
  /** What this page cannot be narrowed by: it is what it counts. */
  without?: 'proof'
  /** Else the stage that is shown, kept. */
  stage?: string
  /** What else the address asks for, kept. */
  more?: Record<string, string>
  /** Something in it is chosen already, other than the cases. */
  isOpen?: boolean
  /** Other ways to choose, which take one step: whose cases, on which clock. */
  children?: ReactNode
}

type Choice = { name: string; value?: string; options: readonly (readonly [string, string])[] }

/** Which cases to look at, as a form that answers in the address. */
export function FigureFilterForm(props: Props) {
  const { filter, misread, path, lang, words, stage, more = {}, isOpen = false, children } = props
  const { stats, cases } = words
  return (
    <details className="mt-1" open={isOpen || misread || isNarrowed(filter)}>
      <summary className="inline-flex min-h-11 items-center text-small text-soft underline decoration-line underline-offset-4">
        {stats.filterTitle}
      </summary>
      {misread && <p role="status" className="error">{cases.filterUnknown}</p>}
      {children}
      <form
        method="get" action={pathIn(lang, path)}
        className="mt-3 grid max-w-[46rem] grid-cols-2 gap-x-6 lg:grid-cols-3 [&_select]:w-full"
      >
        {choicesOf(props).map(({ name, value, options }) => (
          <SelectField
            key={name} name={name} label={stats.filter[name as keyof typeof stats.filter]} value={value} options={options}
            className="!mb-4"
          />
        ))}
        {Object.entries({ ...(stage && { stage }), ...more }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex items-center gap-5 col-span-2 lg:col-span-3">
          <button className="button button-main">{stats.apply}</button>
          <a href={pathIn(lang, path)} className="word-button">{stats.clear}</a>
        </div>
      </form>
    </details>
  )
}

function choicesOf({ filter, words: { codes, stats }, processes: offered = processes, without }: Props): Choice[] {
  const any = ['', stats.any] as const
  const options = <Code extends string>(list: readonly Code[], names: Record<Code, string>) =>
    list.map(code => [code, names[code]] as const)
  const choices: Choice[] = [
    { name: 'process', value: filter.process, options: options(offered, codes.process) },
    { name: 'subject', value: filter.subject, options: [any, ...options(subjects, codes.subject)] },
    { name: 'category', value: filter.category, options: [any, ...options(categories, codes.category)] },
    { name: 'pattern', value: filter.pattern, options: [any, ...options(namePatterns, codes.namePattern)] },
    { name: 'proof', value: filter.proof, options: [any, ...options(proofs, codes.proof)] },
    { name: 'layer', value: filter.layer, options: options(layers, stats.layerName) },
  ]
  return choices.filter(({ name }) => name !== without)
}
