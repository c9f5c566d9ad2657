import { describe, expect, test } from 'vitest'
import { hasLeft, nameKey } from '@/domain/people/name'
import { namesSoughtIn, plainWords, renderWords } from '@/domain/text/markdown'
import { calledInHtml, callsUnder, mostCalled, withTodaysNames } from '@/domain/text/mentions'
import { offencesIn, xssCorpus } from '../../support/xss-corpus'

const names = ['林小', '林小满', 'lin', 'Lin Xi', '梅子_7', '王五']
const known = new Map(names.map((name, at) => [nameKey(name), at + 1]))
const id = (name: string) => known.get(nameKey(name))!
/** Who is called in a text, looked up and rendered as a write does it. */
const called = (text: string) => {
  const sought = new Map(namesSoughtIn(text).flatMap(key => (known.has(key) ? [[key, known.get(key)!] as const] : [])))
  return renderWords(text, sought).called
}

describe('Who is called', () => {
  test.each([
    ['谢谢@林小满，明白了', '林小满'], ['@林小满你好', '林小满'], ['@林小，你好', '林小'], ['@林小明你好', '林小'],
    ['问问＠王五吧', '王五'], ['@LIN: yes', 'lin'], ['@lin你好', 'lin'], ['(@lin)', 'lin'], ['@Lin Xi said', 'Lin Xi'], ['**@王五**', '王五'],
    ['@梅子_7 来看', '梅子_7'], ['- @王五', '王五'],
  ])('%s: %s', (text, name) => {
    expect(called(text)).toEqual([id(name)])
  })

  test.each([
    '@linda', '> @王五 说过', 'a@lin.cn', 'me.x@lin', '`@王五`', '```\n@王五\n```', '    @王五', 'https://a.example/@lin', 'http://a.example/?q=@王五', '[@王五](https://a.example)',
    '![@王五](https://a.example/x.png)', '@ 王五', '@王', '@@王五 @@lin', '@没有这个人', '<https://a.example/@lin>', '\\`@nobody\\`',
  ])('%s: nobody', text => {
    expect(called(text)).toEqual([])
  })

  test('is each once, in the order of the text, and 10 at most', () => {
    expect(called('@王五 @林小满 @王五')).toEqual([id('王五'), id('林小满')])
    const many = new Map(Array.from({ length: 15 }, (_, n) => [nameKey(`somebody${n}`), n + 1]))
    const text = [...many.keys()].map(name => `@${name}`).join(' ')
    const rendered = renderWords(`${text} @somebody0`, many)
    expect(rendered.called).toHaveLength(mostCalled)
    expect(rendered.html.match(/<a /g)).toHaveLength(mostCalled + 1)
  })

  test('is looked for among 40 signs, whatever is typed', () => {
    expect(namesSoughtIn('@甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸 '.repeat(500)).length).toBeLessThan(40 * 20)
  })
})

describe('The HTML of a call', () => {
  const html = renderWords('问@林小满 和 [@王五](/people/n/6)', known).html

  test('is a link by number that nothing typed looks like', () => {
    expect(html).toBe('<p>问<a href="/people/n/2">@林小满</a> 和 <a href="/people/n/6" rel="nofollow ugc noopener">@王五</a></p>\n')
    expect(calledInHtml(html)).toEqual([2])
  })

  test('says the name of today, in the reader’s language', () => {
    const today = withTodaysNames(html, new Map([[2, '林大满']]), hasLeft)
    expect(today).toContain(`问<a href="/people/${encodeURIComponent('林大满')}">@林大满</a>`)
    expect(callsUnder(today, '/en')).toContain(`<a href="/en/people/${encodeURIComponent('林大满')}">@林大满</a>`)
    expect(callsUnder(today, '/en')).toContain('<a href="/people/n/6" rel=')
  })

  test('is a number that leads nowhere once somebody has left', () => {
    expect(withTodaysNames(html, new Map([[2, '#2']]), hasLeft)).toContain('<p>问@#2 和')
    expect(withTodaysNames(html, new Map(), hasLeft)).toContain('<p>问@#2 和')
  })

  test('does no harm whatever the name became', () => {
    for (const payload of xssCorpus) {
      const today = withTodaysNames(html, new Map([[2, payload]]), hasLeft)
      expect([payload, offencesIn(today)]).toEqual([payload, []])
      expect(offencesIn(callsUnder(today, '/en'))).toEqual([])
    }
  })

  test('does no harm whatever is called', () => {
    for (const payload of xssCorpus) {
      const text = `@${payload} @王五${payload}`
      const everybody = new Map(namesSoughtIn(text).map((key, at) => [key, at + 1]))
      expect([payload, offencesIn(renderWords(text, everybody).html)]).toEqual([payload, []])
    }
  })

  test('is its text in an excerpt', () => {
    expect(plainWords('问@林小满')).toBe('问@林小满')
  })
})
