import { describe, expect, test } from 'vitest'
import { nameKey } from '@/domain/people/name'
import { renderWords } from '@/domain/text/markdown'
import { quoteOf } from '@/domain/thread/quote'

const at = '/replies/12'

describe('A quote', () => {
  test('says who and where, then his words line by line, and leaves a line to write on', () => {
    expect(quoteOf({ words: '第一行\n第二行', who: '林', at })).toBe('> [林](/replies/12)\n> 第一行\n> 第二行\n\n')
    expect(renderWords(`${quoteOf({ words: '等了三天', who: '林', at })}我也是`).html)
      .toBe('<blockquote>\n<p><a href="/replies/12" rel="nofollow ugc noopener">林</a><br>\n等了三天</p>\n</blockquote>\n<p>我也是</p>\n')
  })

  test('leaves out what he quoted himself', () => {
    expect(quoteOf({ words: '> 别人说的\n> 又一句\n\n我说的', who: '林', at })).toBe('> [林](/replies/12)\n> 我说的\n\n')
  })

  test('is 500 characters at most', () => {
    const said = quoteOf({ words: '长'.repeat(800), who: '林', at })
    expect(said.match(/长/g)).toHaveLength(500)
    expect(said).toContain('长…\n')
  })

  test('takes a name as it is', () => {
    expect(renderWords(quoteOf({ words: 'x', who: '_a_b_', at })).html).toContain('>_a_b_</a>')
  })

  test('keeps open code from running on', () => {
    expect(renderWords(`${quoteOf({ words: '```\ncode', who: '林', at })}下面`).html).toContain('<p>下面</p>')
  })

  test('calls nobody a second time', () => {
    const known = new Map([[nameKey('陶陶'), 7]])
    expect(renderWords(`${quoteOf({ words: '@陶陶 在吗', who: '林', at })}我在`, known).called).toEqual([])
    expect(renderWords(`${quoteOf({ words: '@陶陶 在吗', who: '林', at })}@陶陶 你看`, known).called).toEqual([7])
  })
})
