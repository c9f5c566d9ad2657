import type { Problem } from '@/domain/case/problem'
import { sayProblem } from '@/messages/say-problem'
import type { Words } from '@/messages/words'

/** The sentence for one field, if there is something wrong with it. */
export function problemAt(problems: Problem[], path: string, words: Words): string | undefined {
  const problem = problems.find(it => it.path === path)
  return problem && sayProblem(problem, words)
}

/** The id under which a field can be linked to. */
export function idOf(name: string): string {
  return name.replace(/[^\w-]/g, '-')
}
