import {
  fewestAccounts, fewestAccountsForQuantiles, fewestEvents, fewestSpellsForSteady,
} from './thresholds'

/**
 * Why a figure is held back: too few people to say anything, or enough to count but not to estimate. `complement`: enough people
 * told, but what is said of them would, taken from the sum, also be said of others of fewer than 5.
 */
export type HeldBack = 'few_accounts' | 'counts_only' | 'complement'

/** Why a figure says less than it might; `counting`: of so many cases nobody has counted them yet (db/figures/beforehand). */
export type Suppression = HeldBack | 'counting'

/** Whether a figure says nothing at all, not even counts. */
export function isSilent(suppressed: Suppression | null): boolean {
  return suppressed === 'few_accounts' || suppressed === 'complement' || suppressed === 'counting'
}

/** Under 5 people nothing is said; under 10 people or 5 events only counts; null lets everything through. */
export function suppressionOf(accounts: number, events: number): HeldBack | null {
  if (accounts < fewestAccounts) return 'few_accounts'
  if (accounts < fewestAccountsForQuantiles || events < fewestEvents) return 'counts_only'
  return null
}

/** Enough to be shown, too little to be steady: 5 to 19 cases. */
export function isEarly(n: number): boolean {
  return n >= fewestAccounts && n < fewestSpellsForSteady
}

/** Different people behind the cases. */
export function countAccounts(cases: readonly { account: string }[]): number {
  const accounts = new Set<string>()
  for (const { account } of cases) accounts.add(account)
  return accounts.size
}

/** Whether fewer than 5 people stand behind all these cases; looks at no more of them than tell. */
export function areFewPeople(...some: readonly (readonly { account: string }[])[]): boolean {
  const accounts = new Set<string>()
  for (const cases of some) {
    for (const { account } of cases) if (accounts.add(account).size >= fewestAccounts) return false
  }
  return true
}

/**
 * The cells of a table that may not be shown: those of fewer than 5 people, and the next smallest until at least 5 people
 * stand behind all that is hidden, or the total would give it away. Empty cells hide nothing and are no cover.
 * @param sizeOf how many cases a cell holds; ties stay in the order given
 * @param isFew whether some of the cells rest on fewer than 5 different people together
 * @param held cells that may not be shown for another reason
 */
export function hiddenOf<Cell>(
  cells: readonly Cell[], sizeOf: (cell: Cell) => number, isFew: (cells: readonly Cell[]) => boolean,
  held: (cell: Cell) => boolean = () => false,
): Cell[] {
  const told = cells.filter(cell => sizeOf(cell) > 0)
  const hides = (cell: Cell) => isFew([cell]) || held(cell)
  const hidden = told.filter(hides)
  const smallestFirst = told.filter(cell => !hides(cell)).sort((a, b) => sizeOf(a) - sizeOf(b))
  while (hidden.length > 0 && isFew(hidden) && smallestFirst.length > 0) hidden.push(smallestFirst.shift()!)
  return hidden
}

/** The same for cells that know their items, and so the people behind them. */
export function hiddenGroups<Cell, Item extends { account: string }>(
  cells: readonly Cell[], itemsOf: (cell: Cell) => readonly Item[], held?: (cell: Cell) => boolean,
): Cell[] {
  return hiddenOf(cells, cell => itemsOf(cell).length, some => areFewPeople(...some.map(itemsOf)), held)
}
