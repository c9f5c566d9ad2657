import { getTableName, sql, type Placeholder } from 'drizzle-orm'
import { noteTables, wholeOf } from '../changes/noting'
import type { Reader, Transaction } from './connection'

type Values = Record<string, unknown>
type Built<Rows> = PromiseLike<Rows> & { prepare: () => unknown }
type Kept<Rows> = { execute: (values: Values) => PromiseLike<Rows>; changes: readonly string[] }

/**
 * A question that is put again and again: built once for each connection, which takes longer than carrying it out, and put
 * with other values each time. `build` is given a place for every value; what differs otherwise is another question.
 * A place in `values` or `set` is encoded as its column wants it, and there a flag or JSON must not be null.
 */
export function keptQuery<Name extends string, Rows>(
  names: readonly Name[], build: (database: Transaction, places: Record<Name, Placeholder>) => Built<Rows>,
): (database: Reader | Transaction, values: Record<Name, unknown>) => Promise<Rows> {
  const kept = new WeakMap<object, Kept<Rows>>()
  const places = Object.fromEntries(names.map(name => [name, sql.placeholder(name)])) as unknown as Record<Name, Placeholder>
  return async (database, values) => {
    const whole = wholeOf(database)
    let query = kept.get(whole)
    if (!query) {
      const changes: string[] = []
      const prepared = build(recording(whole as Transaction, changes), places).prepare() as Kept<Rows>
      query = { execute: values => prepared.execute(values), changes }
      kept.set(whole, query)
    }
    noteTables(database, query.changes)
    return query.execute(values)
  }
}

// Which tables it changes is seen while it is built, and noted of each write that puts it.
function recording(whole: Transaction, changes: string[]): Transaction {
  const note = <Table extends Parameters<typeof getTableName>[0]>(table: Table): Table => {
    changes.push(getTableName(table))
    return table
  }
  return Object.create(whole, {
    insert: { value: (table: never) => whole.insert(note(table)) },
    update: { value: (table: never) => whole.update(note(table)) },
    delete: { value: (table: never) => whole.delete(note(table)) },
  }) as Transaction
}
