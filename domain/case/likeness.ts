/** What two cases may share, as `field:code`. */
export type Traits = ReadonlySet<string>

// A shared reason or name pattern says more about what will happen than the kind of account does.
const weights: Record<string, number> = { reason: 4, proof_demanded: 3, name_pattern: 3, category: 2, subject: 1, feature: 1 }

// "I do not know" and "nothing was asked" are shared by everyone and liken nobody.
const telling = (trait: string) => !/:(unknown|none|none_given|other)$/.test(trait)

/** How alike two cases are: the weight of what they share. 0: nothing that tells anything but the subject. */
export function likeness(one: Traits, other: Traits): number {
  const shared = [...one].filter(trait => telling(trait) && other.has(trait))
  if (shared.every(trait => trait.startsWith('subject:'))) return 0
  return shared.reduce((sum, trait) => sum + (weights[trait.split(':')[0]!] ?? 0), 0)
}
