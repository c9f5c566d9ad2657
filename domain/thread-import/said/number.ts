const digits: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}

/** A whole number under a hundred as Chinese says it, or digits: 十二, 二十, 两, 30. NaN where it is none. */
export function readSpokenNumber(text: string): number {
  if (/^[\d０-９]{1,4}(?:\.\d)?$/.test(text)) return Number(text.normalize('NFKC'))
  const parts = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!parts || text === '') return digits[text] ?? NaN
  const [, tens, ten, ones] = parts
  if (!ten) return tens && ones ? NaN : digits[tens ?? ones ?? ''] ?? NaN
  return (tens ? digits[tens]! : 1) * 10 + (ones ? digits[ones]! : 0)
}
