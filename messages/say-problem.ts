import type { Problem } from '@/domain/case/problem'
import type { Words } from './zh'

/** A problem as a sentence; a code that has none (yet) is said as it is rather than hidden. */
export function sayProblem(problem: Problem, words: Pick<Words, 'problems'>): string {
  const sentence = words.problems[problem.code as keyof Words['problems']] as
    | string | ((values: Record<string, string | number>) => string) | undefined
  if (sentence === undefined) return problem.code
  return typeof sentence === 'string' ? sentence : sentence(problem.values ?? {})
}
