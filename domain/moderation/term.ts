import { cleanLine } from '../text/clean'

/** A tag's name as it is compared: NFKC, lower case, one space between words, nothing around them. */
export function foldTerm(text: string): string {
  return cleanLine(text.normalize('NFKC').toLowerCase())
}

/** The different terms of a list as people write it: a line each, or with 、 ， ； , ; between them. */
export function termsIn(text: string): string[] {
  const terms = text.split(/[\n\r、，,；;]+/u).map(foldTerm).filter(term => term !== '')
  return [...new Set(terms)]
}
