/** What may read or sort more than it shows on PostgreSQL, and why it may. */
export const reasons: [because: string, statement: RegExp][] = [
  ['the benchmark itself looks for the longest thread with it', /order by "cases"."discussion_count" \+ "cases"."reply_count" desc/],
]

/** Why this statement may; null where there is no reason. */
export function reasonFor(sql: string): string | null {
  return reasons.find(([, statement]) => statement.test(sql))?.[0] ?? null
}
