import type { ApiProblem, FieldProblem, ParameterProblem } from '@/domain/api/problem'
import type { JsonFault } from '@/domain/api/json'

/** Thrown by an endpoint instead of an answer. */
export class Refused extends Error {
  constructor(
    readonly problem: ApiProblem,
    readonly errors: readonly (ParameterProblem | FieldProblem | { fault: JsonFault })[] = [],
    readonly headers: Record<string, string> = {},
    /** In place of what the problem says of itself. */
    readonly detail?: string,
  ) {
    super(problem)
  }
}
