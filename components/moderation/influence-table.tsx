import type { Process, Stage } from '@/domain/codes'
import type { ShownValue } from '@/domain/moderation/jump'
import type { Words } from '@/messages/words'
import { sayFigure, sayValue } from './say-batch'

type Line = { process: Process; stage: Stage | 'whole'; n: number; accounts: number; shown: ShownValue; without: ShownValue; jumps: boolean }
type Props = { lines: Line[]; words: Words }

/** What figures say with a batch and without it, those that jump first. One block a figure: a table of four columns does not fit a phone. */
export function InfluenceTable({ lines, words }: Props) {
  const { columns, inside, jumps } = words.batches
  return (
    <ul>
      {[...lines].sort((a, b) => Number(b.jumps) - Number(a.jumps)).map(line => (
        <li key={`${line.process} ${line.stage}`} className="border-t border-hair py-3">
          <h3 className="text-base font-semibold">{sayFigure(line.process, line.stage, words)}</h3>
          <dl className="mt-1 grid gap-x-6 gap-y-1 text-small sm:grid-cols-3">
            <div><dt className="text-soft">{columns.shown}</dt><dd>{sayValue(line.shown, words)}</dd></div>
            <div><dt className="text-soft">{columns.without}</dt><dd>{sayValue(line.without, words)}</dd></div>
            <div><dt className="text-soft">{columns.inside}</dt><dd>{inside(line.n, line.accounts)}</dd></div>
          </dl>
          {line.jumps && <p className="mt-1 text-small font-semibold text-refused">{jumps}</p>}
        </li>
      ))}
    </ul>
  )
}
