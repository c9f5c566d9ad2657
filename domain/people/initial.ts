/** How many colours there are; app/avatar.css has a rule for each. */
export const avatarColours = 8

/** The colour of an account, 0 to 7: it stays when its name changes, and tells nothing else of it. */
export function colourOf(personId: number): number {
  return personId % avatarColours
}

/** The first sign of a name as people see it, in capitals where there are any. */
export function initialOf(name: string): string {
  const [first] = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name)
  return (first?.segment ?? '').toUpperCase().slice(0, 4)
}
