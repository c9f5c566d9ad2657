import type { FieldChange } from '@/domain/case/changes'
import type { CaseEvent } from '@/domain/case/event'
import type { Facts } from '@/domain/case/facts'
import type { Process } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'
import { sayLater, sayWhen } from '../say/time'
import { sayEvent } from './event-words'
import { codeNames, sayFact } from './facts'

type Props = { revisions: Revision[]; /** Which review the case is of. */ process: Process; words: Words }
type Revision = { version: number; at: number; act: string; by: string | null; changes: FieldChange[] }

export function RevisionList({ revisions, process, words }: Props) {
  const { cases } = words
  return (
    <ol className="max-w-prose">
      {revisions.map(revision => (
        <li key={revision.version} className="border-t border-line py-4">
          <h2 className="text-small text-soft">
            {cases.version(revision.version)} · {cases.historyAct[revision.act as keyof typeof cases.historyAct] ?? revision.act}
            {' · '}<bdi>{revision.by ?? cases.nobody}</bdi> · <TimeOf at={revision.at} />
          </h2>
          <dl>
            {revision.changes.map(change => <Change key={change.field} {...{ change, process, words }} />)}
          </dl>
        </li>
      ))}
    </ol>
  )
}

type ChangeProps = { change: FieldChange; process: Process; words: Words }

function Change({ change, process, words }: ChangeProps) {
  const { cases } = words
  const label = cases.fact[change.field as keyof typeof cases.fact] ?? change.field
  return (
    <div className="mt-2">
      <dt className="font-semibold">{label}</dt>
      <dd className="text-soft">
        <del className="whitespace-pre-line no-underline">
          <span className="sr-only">{cases.historyBefore}</span>− <bdi>{sayValue(change.field, change.before, process, words)}</bdi>
        </del>
      </dd>
      <dd>
        <ins className="whitespace-pre-line no-underline">
          <span className="sr-only">{cases.historyAfter}</span>+ <bdi>{sayValue(change.field, change.after, process, words)}</bdi>
        </ins>
      </dd>
    </div>
  )
}

function sayValue(field: string, value: unknown, process: Process, words: Words): string {
  if (value === undefined || value === null || value === '') return words.cases.historyNothing
  if (field === 'events') return (value as CaseEvent[]).map(event => sayStep(event, process, words)).join('\n')
  if (codeNames(field, words) || typeof value === 'number') return sayFact(field as never, { [field]: value } as Partial<Facts>, words)
  return String(value)
}

function sayStep(event: CaseEvent, process: Process, words: Words): string {
  const wait = event.since_previous_minutes
  return [
    sayEvent(event, process, words),
    event.at && sayWhen(event.at, words.time),
    wait && sayLater(wait, words),
    event.note,
  ].filter(Boolean).join(' · ')
}
