import { createElement as h, Fragment, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Apart, ReaderName, ReaderNews, Whether } from '@/components/reader/whether'
import { SiteHeader } from '@/components/frame/site-header'
import { VoteForm } from '@/components/thread/vote-form'
import type { Audience, Question } from '@/domain/people/audience'
import { wordsFor } from '@/messages/words'
import { finishPage } from '@/server/pages/finish-page'
import { putTogether, takeApart, type ReaderFacts } from '@/server/personal/personal-page'
import { xssCorpus } from '../../support/xss-corpus'

const written = (node: ReactNode) => finishPage(renderToString(node), '/')
const facts = (yes: Question[], rest: Partial<ReaderFacts> = {}): ReaderFacts => (
  { yes: new Set(yes), name: '林', news: 0, key: 'k'.repeat(22), ...rest }
)
const forReader = (node: ReactNode, reader: ReaderFacts) => putTogether(takeApart(written(node)), reader)?.toString() ?? null

describe('a page for anyone, put together for one', () => {
  const words = wordsFor('en')
  const head = (viewer: Audience, unread: number) => h(SiteHeader, { lang: 'en', words: words.site, viewer, unread, path: '/cases' })

  test.each([['', 0], ['', 3], ['O’Neil & "<b>\' Söhne', 1]])('has the head that React writes for %s with %i notices', (name, news) => {
    const member = { kind: 'member', id: 7, name, role: 'member', suspended: false, sessionId: 1 } as const
    const asked: Question[] = news > 0 ? ['member', 'news'] : ['member']
    expect(forReader(head({ kind: 'anyone' }, 0), facts(asked, { name, news }))).toBe(written(head(member, news)))
  })

  test('has the head of a guest for whoever answers nothing', () => {
    expect(forReader(head({ kind: 'anyone' }, 0), facts([]))).toBe(written(head({ kind: 'guest' }, 0)))
  })

  test('of three forms the second is pressed by who agreed with the second; their keys are new and count on', () => {
    const forms = (key: string, agreed: (id: number) => boolean | Question) => [1, 2, 3].map(id => h(VoteForm, {
      key: id, subject: 'reply', id, count: id, agreed: agreed(id), lang: 'en', words: words.thread, back: '/cases/1', newKey: () => `${key}-${id}`,
    }))
    const page = forms('a'.repeat(22), id => `agrees:reply:${id}`)
    expect(forReader(page, facts(['agrees:reply:2'], { key: 'b'.repeat(22) }))).toBe(written(forms('b'.repeat(22), id => id === 2)))
  })

  test('a choice inside a choice that is not taken is left out whole', () => {
    const page = h(Whether, { is: 'member', yes: h(Whether, { is: 'news', yes: 'A', no: 'B' }), no: 'C' })
    expect([['member', 'news'], ['member'], ['news'], []].map(it => forReader(page, facts(it as Question[])))).toEqual(['A', 'B', 'C', 'C'])
  })

  test('whoever must have a page of his own gets none from here; everybody else does', () => {
    const page = h(Fragment, null, 'a', h(Apart, { when: 'is:7' }), 'b')
    expect(forReader(page, facts(['is:7']))).toBeNull()
    expect(forReader(page, facts(['is:8']))).toBe('ab')
  })

  test('its questions are listed once each', () => {
    const page = [1, 2].map(key => h(Whether, { key, is: 'is:3', yes: h(Whether, { is: 'member', yes: 'x' }) }))
    expect(takeApart(written(page)).questions).toEqual(['is:3', 'member'])
  })
})

test('what people typed asks nothing, and a name puts nothing into the page', () => {
  const marks = ['<reader-is asks="member">', '</reader-is>', '<reader-name></reader-name>', '<reader-apart></reader-apart>', ...xssCorpus]
  for (const typed of marks) {
    const page = h('p', { title: typed }, typed)
    expect(forReader(page, facts(['member']))).toBe(written(page))
    expect(forReader(h('bdi', null, h(ReaderName)), facts([], { name: typed }))).toBe(written(h('bdi', null, typed)))
  }
  expect(forReader(h('b', null, h(ReaderNews)), facts([], { news: 12 }))).toBe('<b>12</b>')
})
