/** Why a webhook is told nothing: its owner wanted so, it failed too often, or its address said that it is gone (410). */
export type PausedWhy = 'owner' | 'failing' | 'gone'

/** How many one person may have: his programs, and one to try things out with. */
export const mostWebhooks = 5
/** So many deliveries may wait for one receiver; of what happens beyond that it is not told. */
export const mostWaiting = 1_000
/** After so many attempts that failed in a row, some two days of a receiver that is not there, it is paused. */
export const mostFailures = 15
/** How long a former secret signs beside its successor, in milliseconds. */
export const formerSecretKept = 86_400_000
/** How long deliveries are kept to be looked at, in milliseconds. */
export const deliveriesKept = 30 * 86_400_000
