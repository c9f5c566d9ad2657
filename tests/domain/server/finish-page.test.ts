import { createElement as h, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { renderWords } from '@/domain/text/markdown'
import { finishPage } from '@/server/pages/finish-page'
import { xssCorpus } from '../../support/xss-corpus'

const runtime = '<script src="/_next/static/chunks/abc.js" async="" nonce="n=="></script>'
const flight = '<script nonce="n==">self.__next_f.push([1,"3:\\"\\u003c/script\\u003e\\u003cscript\\u003e\\"\\n"])</script>'
const ours = '<script src="/_next/static/page-0123.js" defer=""></script>'

describe('what goes', () => {
  test('the scripts of Next, their preloads and its marks; our script and data for machines stay', () => {
    const data = '<script type="application/ld+json">{"@type":"Question"}</script>'
    const page = `<!DOCTYPE html><html><head><link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>`
      + `<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/abc.js"/>${runtime}${ours}${data}</head>`
      + `<body><div hidden=""><!--$--><!--/$--></div><p>第<!-- -->7<!-- -->条</p>${flight}${runtime}${flight}</body></html>`
    expect(finishPage(page, '/')).toBe('<!DOCTYPE html><html><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>'
      + `${ours}${data}</head><body><p>第7条</p></body></html>`)
  })

  test('a place that waits for a script is not touched, so that a test can find it', () => {
    const waiting = '<!--$?--><template id="B:0"></template><!--/$-->'
    expect(finishPage(waiting, '/')).toBe('<!--$?--><template id="B:0"></template>')
  })

  test('a page that breaks off within a script is refused whole', () => {
    expect(() => finishPage('<p>1</p><script>self', '/')).toThrow('within a script')
  })
})

describe('what people typed', () => {
  const places: Record<string, (typed: string) => ReactNode> = {
    'as text': typed => h('p', null, typed),
    'between two texts': typed => h('p', null, '“', typed, '”'),
    'in attributes': typed => h('a', { href: `/search?q=${typed}`, title: typed, 'aria-label': typed }, 'x'),
    'in a title': typed => h('title', null, typed),
    'in fields': typed => h('form', null, h('textarea', { defaultValue: typed }), h('input', { defaultValue: typed })),
    'as words': typed => h('div', { dangerouslySetInnerHTML: { __html: renderWords(typed).html } }),
  }
  // These are what the corpus does not have: the very text that is looked for.
  const ownMarks = [runtime, flight, ours, '<!-- -->', '<!--$-->', '</script>', ' data-precedence="next"', '<div hidden=""><!--$--><!--/$--></div>',
    '<link rel="preload" as="script">', '<script type="application/ld+json">']

  test.each(Object.keys(places))('%s comes through as React wrote it, and takes nothing with it', place => {
    for (const typed of [...xssCorpus, ...ownMarks]) {
      const body = renderToString(places[place]!(typed))
      const page = `<html><body>${runtime}${body}${flight}<p>the end</p></body></html>`
      expect(finishPage(page, '/')).toBe(`<html><body>${body.replaceAll('<!-- -->', '')}<p>the end</p></body></html>`)
    }
  })
})

describe('time', () => {
  test('a page of a hundred thousand scripts that look alike is read once', () => {
    const page = `${'<script'.repeat(100_000)}${'<script></script>'.repeat(100_000)}<p>1</p>`
    expect(finishPage(page, '/')).toBe('<p>1</p>')
  })
})

test('a page that could not be made says so in the language of its address, without scripts', () => {
  const failed = `<!DOCTYPE html><html id="__next_error__"><head>${runtime}</head><body>${flight}</body></html>`
  expect(finishPage(failed, '/cases/1')).toMatch(/<html lang="zh-CN">.*<h1>出错了<\/h1>/)
  expect(finishPage(failed, '/en/cases/1')).toMatch(/<html lang="en">.*<h1>Something went wrong<\/h1>/)
  expect(finishPage(failed, '/en')).not.toContain('<script')
})
