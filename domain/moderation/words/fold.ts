/** A text as it is compared, and for each of its code units the part of the original that it came from. */
export type Folded = { text: string; from: number[]; to: number[] }

// A sign with the marks upon it, so that composing them has all it needs.
const cluster = /[\s\S]\p{M}*/gu
// What takes no ink: joiners, fillers, variation selectors, directions.
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/**
 * Marks of no script of their own: struck through, underlined, in a ring. What is a letter of its own with its mark, such as
 * é, is composed before these are dropped.
 */
export const marks = /(?=\p{M})\p{Script=Inherited}/gu

/**
 * The one reading under which words are looked for: NFKC, without what cannot be seen, without marks that make no other
 * letter, without case. Full-width letters, a zero-width space or a line through the middle of a word, and capitals change
 * nothing.
 */
export function fold(text: string): Folded {
  const parts: string[] = []
  const [from, to]: number[][] = [[], []]
  for (const { 0: signs, index } of text.matchAll(cluster)) {
    const folded = foldSigns(signs)
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit++) {
      from!.push(index)
      to!.push(index + signs.length)
    }
  }
  return { text: parts.join(''), from: from!, to: to! }
}

/** The same of a text whose places are of no interest, such as the word that is looked for. */
export function folded(text: string): string {
  return fold(text).text
}

// Upper case first: it joins what lower case alone leaves apart (ß and ss, ς and σ).
function foldSigns(signs: string): string {
  const code = signs.codePointAt(0)!
  if (signs.length === 1 && (code < 0x41 || (code >= 0x4e00 && code <= 0x9fff))) return signs
  const plain = bare(signs.replace(invisible, '').normalize('NFKC'))
  return bare(plain.toUpperCase().toLowerCase().normalize('NFKC'))
}

function bare(signs: string): string {
  return signs.replace(invisible, '').replace(marks, '')
}
