import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp'
import { analyse } from 'scslre'
import { beforeAll, describe, expect, test } from 'vitest'
import { patternsIn, patternsMadeBy, type Pattern } from '../../support/patterns'

// Of a regular expression that tries the same signs in several ways, a text of a few lines can take minutes. Two looks at
// every one that we have: whether one sign repeated makes it try again and again (scslre), and whether anything that may
// be long or short is itself repeated, which is where a word repeated does it.

let patterns: Pattern[]
beforeAll(async () => {
  const put = await patternsMadeBy([
    () => import('@/domain/text/terms'), () => import('@/domain/text/clean'), () => import('@/domain/thread-import/page/written-date'),
    () => import('@/domain/thread-import/said/dictionary'), () => import('@/domain/thread-import/said/money'),
    () => import('@/domain/thread-import/said/wait'), () => import('@/domain/case/masking'), () => import('@/domain/people/api-token'),
    () => import('@/domain/people/name'),
  ])
  patterns = [...patternsIn('domain', 'server', 'app', 'db', 'components', 'messages'), ...put]
})

/** What runs along the text more than once, and why it may. Each must be needed. */
const oneSign: [because: string, source: string][] = [
  ['our own style sheet is read with it', String.raw`--([\w-]+):\s*([^;]+);`],
  ['the browser reads what it has made itself', '=+$'],
  ['the operator’s own setting', String.raw`\/+$`],
  ['of a line of 80 characters at most', String.raw`^([^\s·|•]{1,24}(?: [^\s·|•\d]{1,12})?)[\s·|•]+(?:作者|楼主)?[\s·|•]*(?:发布于|发表于|回复于)? ?(?=[\d今昨前刚半])`],
]

/** What repeats something that may be long or short, and what keeps the two apart. Each must be needed. */
const aWord: [because: string, source: string][] = [
  ['a backslash ends each piece, and a piece holds none', String.raw`"[^"\\]*(?:\\.[^"\\]*)*(?:"(\s*:)?|\\?$)|[[\]{}]`],
  ['a dot begins each piece, and a piece holds none', "^[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*$"],
  ['a dot ends each piece, and a piece holds none', String.raw`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$`],
]

describe('Of every regular expression we have', () => {
  test('there are more than 400, and some are put together', () => {
    expect(patterns.length).toBeGreaterThan(400)
    expect(patterns.filter(({ file }) => file === 'put together').length).toBeGreaterThan(10)
  })

  test('0 try one sign repeated in several ways, but those with a reason', () => {
    expect(unreasoned(triesAgain, oneSign)).toEqual([])
  })

  test('0 repeat what may be long or short, but those with a reason', () => {
    expect(unreasoned(isNested, aWord)).toEqual([])
  })

  test('each of the reasons is needed', () => {
    const needed = (is: (pattern: Pattern) => boolean) => (source: string) => patterns.some(it => it.source === source && is(it))
    expect(oneSign.filter(([, source]) => !needed(triesAgain)(source))).toEqual([])
    expect(aWord.filter(([, source]) => !needed(isNested)(source))).toEqual([])
  })

  test('the two looks see 6 bad ones in 6, and nothing in 4 good ones', () => {
    const bad = ['(a+)+b', '\\s+$', '(\\w|\\d)*!', '(?:来自\\w{2,8}|编辑)*$', '^(?:[a-z]+\\.?)+$', 'a.*b.*c']
    const good = ['^[a-z]+(?:\\.[a-z]{1,5})?$', '^\\d{1,4}年', '^[^,]*,[^,]*$', '(?:ab)+']
    const isBad = (source: string) => [triesAgain, isNested].some(look => look({ file: '', source, flags: 'u' }))
    expect([bad.filter(isBad), good.filter(isBad)]).toEqual([bad, []])
  })
})

function unreasoned(is: (pattern: Pattern) => boolean, reasons: [string, string][]): string[] {
  return patterns.filter(pattern => is(pattern) && !reasons.some(([, source]) => source === pattern.source))
    .map(({ file, source, flags }) => `${file}: /${source}/${flags}`)
}

function triesAgain({ source, flags }: Pattern): boolean {
  return analyse({ source, flags }).reports.length > 0
}

// So many times at most are no repetition: what one has to fear grows with the length of the text.
const few = 10

function isNested({ source, flags }: Pattern): boolean {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') })
  const around: AST.Quantifier[] = []
  let found = false
  visitRegExpAST(pattern, {
    onQuantifierEnter: node => {
      const varies = node.min !== node.max && node.max > 1
      if (varies && around.some(({ max }) => max > few)) found = true
      around.push(node)
    },
    onQuantifierLeave: () => { around.pop() },
  })
  return found
}
