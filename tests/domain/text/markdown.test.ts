import { describe, expect, test } from 'vitest'
import { longestWords, plainExcerpt, plainWords, renderVersion, renderWords } from '@/domain/text/markdown'
import { wordBombs } from '../../support/word-bombs'
import { offencesIn, xssCorpus } from '../../support/xss-corpus'

const rel = 'rel="nofollow ugc noopener"'
const html = (text: string) => renderWords(text).html.trim()

describe('Words', () => {
  test('keep a single line end, and a heading takes its place 3 levels below the page’s own', () => {
    expect(html('# 经过\n\n付款\n接电话')).toBe('<h4>经过</h4>\n<p>付款<br>\n接电话</p>')
    expect(html('##### 小')).toBe('<h6>小</h6>')
  })

  test('link to http, https and this site, and say that we do not vouch for it', () => {
    expect(html('[a](https://e.cn/?a=1&b=2)')).toBe(`<p><a href="https://e.cn/?a=1&amp;b=2" ${rel}>a</a></p>`)
    expect(html('[b](/cases/1#reply-2 "标题")')).toBe(`<p><a href="/cases/1#reply-2" ${rel}>b</a></p>`)
    expect(html('见 https://e.cn/x。')).toContain(`<a href="https://e.cn/x" ${rel}>https://e.cn/x</a>。`)
  })

  const words = ['index.js', 'www.e.cn', 'a@b.cn', 'ftp://e.cn', 'mailto:a@b.cn', '//e.cn', '1.2.3.4']
  test.each(words)('leave %s as it is', text => {
    expect(html(text)).toBe(`<p>${text}</p>`)
  })

  const masked = ['https://a.com/███', 'https://███a.com/x', '[看](https://a.com/███)', '![图](https://a.com/a███.png)']
  test.each(masked)('have 0 links where a part of the address was masked: %s', text => {
    expect(html(text)).not.toContain('<a')
    expect(html(text)).toContain('███')
    expect(html(`${text} 和 https://e.cn`)).toContain(`<a href="https://e.cn" ${rel}>`)
  })

  test('show a picture as a link to it, and inside a link as its description', () => {
    expect(html('![截图](https://e.cn/a.png)')).toBe(`<p><a href="https://e.cn/a.png" ${rel}>截图</a></p>`)
    expect(html('![](https://e.cn/a.png)')).toContain('>https://e.cn/a.png</a>')
    expect(html('[![截图](https://e.cn/a.png)](https://f.cn)')).toBe(`<p><a href="https://f.cn" ${rel}>截图</a></p>`)
  })

  test('carry the version of what rendered them', () => {
    expect(renderWords('好')).toEqual({ html: '<p>好</p>\n', called: [], version: renderVersion })
  })
})

describe(`Of ${xssCorpus.length} attempts`, () => {
  test('there are at least 150, none twice', () => {
    expect(xssCorpus.length).toBeGreaterThanOrEqual(150)
    expect(new Set(xssCorpus).size).toBe(xssCorpus.length)
  })

  test('not one leaves anything but the 16 harmless tags', () => {
    const harmful = xssCorpus.map(attempt => [attempt, offencesIn(html(attempt))]).filter(([, found]) => found?.length)
    expect(harmful).toEqual([])
  })

  test('not one does so in the middle of a list, a quote, an emphasis or a link', () => {
    const frames = ['- a\n\n  IT', '> IT', '**a IT b**', '[a IT](https://e.cn)']
    const framed = frames.flatMap(frame => xssCorpus.map(attempt => frame.replace('IT', () => attempt)))
    const harmful = framed.filter(text => offencesIn(html(text)).length > 0)
    expect(harmful).toEqual([])
  })

  test('two in one text are as harmless as one', () => {
    const pairs = xssCorpus.map((attempt, at) => attempt + xssCorpus[(at * 7 + 3) % xssCorpus.length])
    const harmful = pairs.filter(pair => offencesIn(html(pair)).length > 0)
    expect(harmful).toEqual([])
  })

  test('the walker that judges them sees 8 offences in 8 bad outputs', () => {
    const bad = [
      '<script>x</script>', '<p onclick="x">a</p>', `<a href="javascript:x" ${rel}>a</a>`, '<p>a', 'a < b',
      `<a href="//e.cn" ${rel}>a</a>`, '<p style="x">a</p>', '<a href="https://e.cn" rel="opener">a</a>',
    ]
    expect(bad.filter(output => offencesIn(output).length > 0)).toEqual(bad)
  })
})

describe('A bomb of 20,000 characters', () => {
  test.each(Object.entries(wordBombs))('of %s comes out at most 6 times as long and harmless', (_, bomb) => {
    const output = html(bomb.slice(0, longestWords))
    expect(output.length).toBeLessThanOrEqual(longestWords * 6)
    expect(offencesIn(output)).toEqual([])
  })

  test('and 1 is refused before anything is read', () => {
    expect(() => renderWords('a'.repeat(longestWords + 1))).toThrow(RangeError)
  })
})

describe('An excerpt', () => {
  test('has the words without their markings', () => {
    expect(plainExcerpt('## 经过\n\n- **付款** 后 `3` 小时\n- [来电](https://e.cn)', 40)).toBe('经过 付款 后 3 小时 来电')
  })

  test('is made from what was typed: &lt; is a sign again and no tag is born or lost', () => {
    expect(plainWords('a &lt;b&gt; <script>alert(1)</script>')).toBe('a <b> <script>alert(1)</script>')
  })

  test('of 10 signs has 10 and a mark that there is more', () => {
    expect(plainExcerpt('一二三四五六七八九十', 10)).toBe('一二三四五六七八九十')
    expect(plainExcerpt('一二三四五六七八九十一', 10)).toBe('一二三四五六七八九十…')
    expect(plainExcerpt('家'.repeat(20_000), 10)).toBe(`${'家'.repeat(10)}…`)
  })

  test('never cuts a family of 4 in two', () => {
    expect(plainExcerpt('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2)).toBe('👨‍👩‍👧‍👦👨‍👩‍👧‍👦…')
  })
})
