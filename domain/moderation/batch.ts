// Cases that came together: by what they share, they can be looked at, left out and brought back in one act.

/**
 * What the cases of a batch share. `address` and `block`: told from one address, or one network of addresses, on one day.
 * `sign_up_hour`: their authors joined within one hour. `day`: told on one day. `account`: told by one person. `print`: words
 * that are nearly the same (domain/text/prints.ts).
 */
export const batchKinds = ['address', 'block', 'sign_up_hour', 'day', 'account', 'print'] as const
export type BatchKind = (typeof batchKinds)[number]

/**
 * One batch. `key` is for `address` and `block` the day and a hash, `20416-9f86d081884c7d65`; for `sign_up_hour` hours since
 * the epoch; for `day` days since the epoch in Shanghai; for `account` its pseudonym, which open data name as well;
 * for `print` the print that their words share.
 */
export type Batch = { kind: BatchKind; key: string }

const keyForms: Record<BatchKind, RegExp> = {
  address: /^\d{1,6}-[0-9a-f]{16}$/,
  block: /^\d{1,6}-[0-9a-f]{16}$/,
  sign_up_hour: /^\d{1,7}$/,
  day: /^\d{1,6}$/,
  account: /^[\w:.-]{1,80}$/,
  print: /^\d{1,16}$/,
}

/** Null where kind or key is none. */
export function batchFrom(kind: string, key: string): Batch | null {
  const known = batchKinds.find(it => it === kind)
  return known && keyForms[known].test(key) ? { kind: known, key } : null
}

/** A batch as one word of a form, a mark or a key of a list. */
export const nameOf = ({ kind, key }: Batch): string => `${kind} ${key}`

/** Hours since the epoch, and days since the epoch in Shanghai, of an instant in milliseconds. */
export const hourOf = (at: number): number => Math.floor(at / 3_600_000)
export const dayOf = (at: number): number => Math.floor((at / 60_000 + 480) / 1440)

/** What may be done to a batch in one act. */
export const bulkDeeds = ['leave_figures', 'hide', 'suspend'] as const
export type BulkDeed = (typeof bulkDeeds)[number]
