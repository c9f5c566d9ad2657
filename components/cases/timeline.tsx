import type { CaseEvent } from '@/domain/case/event'
import type { Process } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { TimelineDrawing } from './timeline-drawing'
import { TimelineList } from './timeline-list'
import { layOut } from './timeline-layout'

type Props = { events: readonly CaseEvent[]; process: Process; words: Words }

/**
 * A case as a drawing: on a desk a line for each round, with the list of all dates and remarks one press beneath; on a phone
 * the list itself, drawn as a line downwards. The drawing is hidden from screen readers, which read the list.
 */
export function Timeline({ events, process, words }: Props) {
  const shown = { rows: layOut(events), process, words }
  return (
    <>
      <div className="lg:hidden"><TimelineList {...shown} /></div>
      <TimelineDrawing {...shown} />
      <details className="hidden lg:block">
        <summary className="word-button text-small">{words.cases.stepByStep}</summary>
        <TimelineList {...shown} />
      </details>
    </>
  )
}
