import { codesBy, dimensions, type Dimension } from './comparison'

/** Two groups as an address asks for them: by what, which, and around which rule. */
export type ComparisonAddress = { by: Dimension; pair: readonly [string, string] | null; rule: string | null }

type Search = Record<string, string | string[] | undefined>

/** Null where no comparison is asked for. Groups that do not exist, or are one and the same, are as if not there. */
export function readComparison(search: Search): ComparisonAddress | null {
  const given = (name: string) => [search[name]].flat()[0]
  const by = dimensions.find(it => it === given('by'))
  if (!by) return null
  const [a, b] = ['a', 'b'].map(name => codesBy[by].find(code => code === given(name)))
  const rule = given('rule')
  return { by, pair: a && b && a !== b && by !== 'rule' ? [a, b] : null, rule: by === 'rule' && rule ? rule : null }
}

export function writeComparison(asked: ComparisonAddress | null): Record<string, string> {
  if (!asked) return {}
  const { by, pair, rule } = asked
  return { by, ...(pair && { a: pair[0], b: pair[1] }), ...(rule && { rule }) }
}
