// What people count as one character: a family emoji is 1, a letter with its accents is 1.
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Characters as people count them. */
export function countGraphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}

/** The first `most` characters as people count them, never half of one. */
export function firstGraphemes(text: string, most: number): string {
  let count = 0
  for (const { index } of segmenter.segment(text)) {
    if (count++ === most) return text.slice(0, index)
  }
  return text
}

/** Whether a text is written in Chinese, Japanese or Korean, where a word has two characters and not six. */
export function isCjk(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
}

// Discourse's minimums, lower where one character says more.
const least = { body: { cjk: 8, other: 20 }, title: { cjk: 6, other: 15 } }

/** The fewest characters that can say something, by what the text is and how it is written. */
export function leastGraphemes(text: string, part: 'body' | 'title'): number {
  return least[part][isCjk(text) ? 'cjk' : 'other']
}

/** Whether a text says too little to be read. */
export function isTooShort(text: string, part: 'body' | 'title'): boolean {
  return countGraphemes(text) < leastGraphemes(text, part)
}

/** UTF-8 bytes, which is what storage counts. */
export function countBytes(text: string): number {
  return new TextEncoder().encode(text).length
}
