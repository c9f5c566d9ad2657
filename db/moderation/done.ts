/**
 * What a moderator's act came to. `already`: somebody was there first, so nothing was done and no line written; by
 * his name, null where nobody can be named.
 */
export type Done = { done: true } | { already: string | null } | { missing: 'case' | 'tag' | 'reply' | 'suggestion' }
