import { hiddenOf, isSilent, type Suppression, suppressionOf } from './suppression'
import { fewestAccounts, fewestEvents } from './thresholds'
import { wilson } from './wilson'

/** One line of a table: x of the n cases in category `code`, told by `accounts` different people (behind the n). */
export type ShareCount = { code: string, x: number, n: number, accounts: number }

/**
 * A line as it may be shown, pages and API alike. 'few_accounts': under 5 people, x and share null; 'complement':
 * the same, because the hidden line could be worked out from this one; 'counts_only': x and n, but no share.
 * x = 0 has share 0 with its upper limit: "none of n, at most …".
 */
export type Share = {
  code: string, n: number, accounts: number, x: number | null,
  share: number | null, lower: number | null, upper: number | null,
  suppressed: Suppression | null,
}

/**
 * Shares with Wilson intervals, in the order given. Where a line is hidden, the next smallest are hidden too until at least
 * 5 people stand behind all that is hidden, or the total would give it away. Empty lines hide nothing and are no cover.
 * @param areFew whether some of the lines rest on fewer than 5 different people together; when absent, each where the largest of
 * them does, since the same person may stand in several
 * @param held codes of lines that may not be shown for another reason
 */
export function sharesOf(counts: readonly ShareCount[], areFew = isLargestFew, held?: ReadonlySet<string>): Share[] {
  const byCode = [...counts].sort((a, b) => (a.code < b.code ? -1 : 1))
  const hidden = hiddenOf(byCode, ({ n }) => n, areFew, ({ code }) => held?.has(code) ?? false)
  return counts.map(count => shown(count, hidden.includes(count) && !isFew(count) ? 'complement' : heldBack(count)))
}

function isLargestFew(lines: readonly ShareCount[]): boolean {
  return lines.every(({ accounts }) => accounts < fewestAccounts)
}

/** Only people are asked for: that nothing happened among enough of them is a finding, not a lack of events. */
function heldBack({ accounts }: ShareCount): Suppression | null {
  return suppressionOf(accounts, fewestEvents)
}

function isFew(count: ShareCount): boolean {
  return heldBack(count) === 'few_accounts'
}

function shown({ code, x, n, accounts }: ShareCount, suppressed: Share['suppressed']): Share {
  const none = { share: null, lower: null, upper: null }
  if (isSilent(suppressed)) {
    return { code, n, accounts, x: null, ...none, suppressed }
  }
  const estimate = suppressed ? null : wilson(x, n)
  if (!estimate) return { code, n, accounts, x, ...none, suppressed }
  const { value, lower, upper } = estimate
  return { code, n, accounts, x, share: value, lower, upper, suppressed }
}
