import type { Stage } from '../codes'
import type { Suppression } from '../statistics/suppression'
import type { DurationsFigure } from './durations'
import type { NamesFigure } from './names'
import type { OutcomesFigure } from './outcomes'
import type { SoftwareCopyrightFigure } from './software-copyright'

/** What can be said in a sentence: a figure, and which question it answers. */
export type FigureFinding =
  | { kind: 'durations'; figure: DurationsFigure & Counted }
  | { kind: 'outcomes'; figure: OutcomesFigure & Counted }
  | { kind: 'names'; figure: NamesFigure & Counted }
  | { kind: 'software_copyright'; figure: SoftwareCopyrightFigure & Counted }

/** When a figure was counted, in epoch milliseconds, where that was not just now. */
export type Counted = { counted_at?: number }

/** A question of the figures, before it is answered. */
export type Question = { kind: 'durations'; stage: Stage } | { kind: 'outcomes' | 'names' | 'software_copyright' }

/** The findings in the order of how much they can say; equals stay as they were. */
export function mostSaidFirst(findings: readonly FigureFinding[]): FigureFinding[] {
  return [...findings].sort((a, b) => silence(a) - silence(b))
}

function silence({ figure }: FigureFinding): number {
  const degrees: Record<Suppression, number> = { few_accounts: 2, complement: 2, counting: 2, counts_only: 1 }
  return figure.suppressed ? degrees[figure.suppressed] : 0
}
