/** About how wide a label is in a chart's letters (15 units high): Han and their quotation marks fill their square, the others about half of it. */
export function textWidth(label: string): number {
  return [...label].reduce((sum, letter) => sum + (/[\u2e80-\u{10ffff}\u2018-\u201d\u2014\u2026]/u.test(letter) ? 15 : 8.2), 0)
}
