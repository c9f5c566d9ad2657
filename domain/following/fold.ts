import type { Happening } from '../outbox/happening'

/** Milliseconds within which what happens to one case is told in one line, as long as that is not read. */
export const foldWithin = 3_600_000

/** What a line about a followed case says: how often each thing happened, as notices keep it. */
export type FoldedNews = Record<string, string>

/** The line's details once this has happened too. */
export function foldIn(before: FoldedNews, it: Happening): FoldedNews {
  const { what } = it
  // Hidden and shown again: what counts is how it stands now.
  const { case_hidden: _, case_restored: __, ...lasting } = before
  const kept = what === 'case_hidden' || what === 'case_restored' ? lasting : before
  const outcome: FoldedNews = what === 'case_revised' && it.told === 'outcome' ? { outcome: '1' } : {}
  return { ...kept, [what]: String(Number(kept[what] ?? 0) + 1), ...outcome }
}
