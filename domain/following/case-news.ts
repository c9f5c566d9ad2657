import type { Case } from '../case/case'
import { deriveOutcome } from '../case/outcome'

/**
 * What a revision tells that a follower waits for: another outcome, or a step that was not there. That somebody is still
 * waiting, or has put his words better, is no news.
 */
export function caseNews(before: Case, after: Case): 'outcome' | 'event' | null {
  const outcomeOf = (it: Case) => deriveOutcome(it.events, it.facts.process)
  const outcome = outcomeOf(after)
  if (outcome !== outcomeOf(before) && outcome !== 'waiting' && outcome !== 'unknown') return 'outcome'
  const steps = stepsOf(before)
  return [...stepsOf(after)].some(([step, times]) => times > (steps.get(step) ?? 0)) ? 'event' : null
}

function stepsOf({ events }: Case): Map<string, number> {
  const steps = new Map<string, number>()
  for (const { type, order, round } of events) {
    if (type === 'still_waiting') continue
    const step = `${order}.${round}.${type}`
    steps.set(step, (steps.get(step) ?? 0) + 1)
  }
  return steps
}
