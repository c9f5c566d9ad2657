/** The version of the method behind every figure (`/method`). A change of method is a new version. */
export const method = '1.1'

/**
 * What changed, newest first; each change is a key of messages.method.changes. The figures of one set of rows differ between
 * two versions by these changes alone.
 */
export const methodVersions = [
  { version: '1.1', since: '2026-11-24', changes: ['end_of_curve', 'seen_the_day_before', 'half_a_day_rough', 'none_left'] },
  { version: '1.0', since: '2026-11-24', changes: ['first'] },
] as const

export type MethodChange = (typeof methodVersions)[number]['changes'][number]
