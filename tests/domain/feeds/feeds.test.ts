import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeAtom } from '@/domain/feeds/atom'
import { lastUpdate, tagUri, withWholeLinks, type Feed, type FeedEntry } from '@/domain/feeds/feed'
import { writeJsonFeed } from '@/domain/feeds/json-feed'
import { escape } from '@/domain/feeds/xml'
import { renderWords } from '@/domain/text/markdown'
import { childrenOf, linkOf, readXml, textOf } from '../../support/xml'
import { xssCorpus } from '../../support/xss-corpus'

const site = 'https://guoshen.example'

function entry(over: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: tagUri(site, '/cases/7'), url: `${site}/cases/7`, title: '补了软著，过审', html: '<p>三天</p>', published: 1_763_942_400_000,
    updated: 1_763_946_000_000, authors: [{ name: '林', url: `${site}/people/林` }], tags: [{ term: 'joke', label: '玩笑' }], ...over,
  }
}

function feed(over: Partial<Feed> = {}): Feed {
  const entries = over.entries ?? [entry()]
  return {
    id: tagUri(site, '/feeds/cases'), title: '案例 · 过审', subtitle: '每个案例是一个人的经过。', language: 'zh-CN', page: `${site}/cases`,
    self: `${site}/feeds/atom/cases`, first: `${site}/feeds/atom/cases`, next: `${site}/feeds/atom/cases?after=7`, icon: `${site}/icon.svg`,
    by: { name: '过审', url: `${site}/` }, complete: false, updated: lastUpdate(entries), entries, ...over,
  }
}

describe('A feed of one case, as Atom', () => {
  const read = readXml(writeAtom(feed()))

  test('has what RFC 4287 demands: 1 id, 1 title, 1 updated, an author, a link to itself', () => {
    expect([textOf(read, 'id'), textOf(read, 'title'), textOf(read, 'updated')])
      .toEqual(['tag:guoshen.example,2026:/feeds/cases', '案例 · 过审', '2025-11-24T01:00:00.000Z'])
    expect(textOf(childrenOf(read, 'author')[0]!, 'name')).toBe('过审')
    expect([linkOf(read, 'self'), linkOf(read, 'alternate')]).toEqual([`${site}/feeds/atom/cases`, `${site}/cases`])
    expect(read.attributes['xml:lang']).toBe('zh-CN')
  })

  test('tells of the case: when it came an hour before it changed, who, which tags, and its HTML as a text', () => {
    const [told] = childrenOf(read, 'entry')
    expect([textOf(told!, 'published'), textOf(told!, 'updated')]).toEqual(['2025-11-24T00:00:00.000Z', '2025-11-24T01:00:00.000Z'])
    expect([textOf(told!, 'content'), linkOf(told!, 'alternate')]).toEqual(['<p>三天</p>', `${site}/cases/7`])
    expect(childrenOf(told!, 'category')[0]!.attributes).toEqual({ term: 'joke', label: '玩笑' })
  })

  test('goes on at its next page, and says it is whole only when it is', () => {
    expect([linkOf(read, 'next'), childrenOf(read, 'fh:complete').length]).toEqual([`${site}/feeds/atom/cases?after=7`, 0])
    const whole = readXml(writeAtom(feed({ next: null, complete: true })))
    expect([linkOf(whole, 'next'), linkOf(whole, 'first'), childrenOf(whole, 'fh:complete').length]).toEqual([null, null, 1])
  })

  test('leaves the author to the feed where nobody is named, and says what a reply answers', () => {
    const answers = { id: tagUri(site, '/cases/7'), url: `${site}/cases/7` }
    const [told] = childrenOf(readXml(writeAtom(feed({ entries: [entry({ authors: [], answers })] }))), 'entry')
    expect(childrenOf(told!, 'author')).toEqual([])
    expect(childrenOf(told!, 'thr:in-reply-to')[0]!.attributes).toEqual({ ref: answers.id, href: answers.url, type: 'text/html' })
  })
})

describe('Nothing that a person types leaves its place', () => {
  test.each([...xssCorpus, 'a\u0000b\u0001\u000b\u001f', '\ud800 half \udc00', '\ufffe\uffff', ']]>', '&amp;#0;', '\r\n\t'])('%j', text => {
    const { html } = renderWords(text)
    const read = readXml(writeAtom(feed({
      title: text, entries: [entry({ title: text, html, authors: [{ name: text, url: `${site}/?${text}` }], tags: [{ term: text, label: text }] })],
    })))
    const [told] = childrenOf(read, 'entry')
    const kept = speakable(text)
    expect([textOf(read, 'title'), textOf(told!, 'title'), textOf(told!, 'content')]).toEqual([kept, kept, speakable(html)])
    expect(childrenOf(told!, 'category')[0]!.attributes).toEqual({ term: kept, label: kept })
    expect(JSON.parse(writeJsonFeed(feed({ title: text, entries: [entry({ html })] })))).toMatchObject({ title: text, items: [{ content_html: html }] })
  })

  test('whatever it is: 1,000 texts come back from a strict parser as they were, without what XML cannot say', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
      const read = readXml(`<a b="${escape(text)}">${escape(text)}</a>`)
      expect([read.text, read.attributes.b]).toEqual([speakable(text), speakable(text)])
    }), { numRuns: 1000 })
  })
})

describe('A JSON Feed', () => {
  const read = JSON.parse(writeJsonFeed(feed())) as Record<string, unknown>

  test('has what version 1.1 demands, and goes on at next_url', () => {
    expect(read).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1', title: '案例 · 过审', next_url: `${site}/feeds/atom/cases?after=7`, language: 'zh-CN',
      items: [{ id: 'tag:guoshen.example,2026:/cases/7', content_html: '<p>三天</p>', date_modified: '2025-11-24T01:00:00.000Z', tags: ['玩笑'] }],
    })
  })

  test('leaves out what there is none of', () => {
    const bare = JSON.parse(writeJsonFeed(feed({ next: null, subtitle: '', entries: [entry({ authors: [], tags: [] })] }))) as { items: object[] }
    expect([Object.keys(bare), Object.keys(bare.items[0]!)].flat()).not.toEqual(expect.arrayContaining(['next_url']))
    expect(Object.keys(bare.items[0]!)).toEqual(['id', 'url', 'title', 'content_html', 'date_published', 'date_modified'])
  })
})

test('a name outlives scheme and port, and is one for an IPv6 address too', () => {
  const names = ['https://guoshen.example', 'http://guoshen.example:3000', 'http://[::1]:3000'].map(url => tagUri(url, '/cases/7'))
  expect(names).toEqual(['tag:guoshen.example,2026:/cases/7', 'tag:guoshen.example,2026:/cases/7', 'tag:-1-,2026:/cases/7'])
})

test('links to our pages become whole, what only looks like one in a text and what leads elsewhere do not', () => {
  const { html } = renderWords('[见](/cases/3) 和 [外面](https://a.example/b)，原文是 ` href="/cases/4"`')
  const whole = withWholeLinks(html, site)
  expect(whole).toContain(`<a href="${site}/cases/3"`)
  expect(whole).toContain('<a href="https://a.example/b"')
  expect(whole).toContain('href=&quot;/cases/4&quot;')
})

/** What XML 1.0 can say of a text, after §2.2 and §2.11 of the recommendation. */
function speakable(text: string): string {
  return [...text].filter(sign => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(sign)).join('')
}
