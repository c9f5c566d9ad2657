import { drizzle } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import type { Reader } from '../../../db/connection'

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Plan Rows': number; 'Sort Key'?: string[]; Plans?: Node[] }

/** A statement put to PostgreSQL, and the steps by which it would be answered, as `Seq Scan cases 1200`: rows expected. */
export type PostgresPlan = { sql: string; steps: { what: string; table: string; rows: number }[] }

/**
 * Asks whatever `ask` asks, for real, and tells how each different statement is answered. With `reluctantly` reading from end
 * to end and sorting count as endlessly dear, so that on a small database only those remain for which there is no index.
 */
export async function postgresPlansOf(
  url: string, ask: (database: Reader) => Promise<unknown>, { reluctantly = false } = {},
): Promise<PostgresPlan[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const asked = new Map<string, unknown[]>()
    const logQuery = (sql: string, params: unknown[]) => { asked.set(sql, params) }
    await client.query('ANALYZE')
    await ask(drizzle(client, { casing: 'snake_case', logger: { logQuery } }) as unknown as Reader)
    if (reluctantly) await client.query('SET enable_seqscan = off; SET enable_sort = off; SET enable_hashjoin = off; SET enable_mergejoin = off')
    const plans: PostgresPlan[] = []
    for (const [sql, params] of asked) {
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`EXPLAIN (FORMAT JSON) ${sql}`, params)
      plans.push({ sql, steps: stepsOf(rows[0]!['QUERY PLAN'][0]!.Plan) })
    }
    return plans
  } finally {
    await client.end()
  }
}

function stepsOf(node: Node): PostgresPlan['steps'] {
  const step = { what: node['Node Type'], table: node['Relation Name'] ?? '', rows: node['Plan Rows'] }
  return [step, ...(node.Plans ?? []).flatMap(stepsOf)]
}

// Few for ever: what a site is set up with.
const small = ['tags', 'tag_groups', 'tag_synonyms', 'rule_changes', 'rule_revisions', 'site_values', 'cell_counts', 'cell_people']
/** A page and what it takes to find it; more than that is no longer a page. */
const fewRows = 2_500

/** Steps that read a growing table from end to end, or sort more than a page. A few rows are read soonest that way. */
export function slowSteps({ steps }: PostgresPlan, least = fewRows): string[] {
  return steps.filter(({ what, table, rows }) => {
    const isSlow = what === 'Seq Scan' ? !small.includes(table) : /Sort/.test(what)
    return isSlow && rows > least
  }).map(({ what, table, rows }) => `${what} ${table} ${rows}`.replace('  ', ' '))
}
