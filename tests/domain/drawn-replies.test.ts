import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ReplyList, type ReplyListProps } from '@/components/thread/reply-list'
import type { ThreadReply } from '@/domain/thread/reply'
import { wordsFor } from '@/messages/words'

const reply: ThreadReply = {
  id: 7, caseId: 1, depth: 0, state: 'standing', published: true, moved: null, author: '林 & <b>“好”</b>', answers: null,
  html: '<p>付完钱 &amp; 等电话</p>', device: 'mobile', agreeCount: 2, agreed: false, own: false, version: 1, colour: null,
  createdAt: Date.UTC(2026, 10, 9), editedAt: null,
}
const replies: ThreadReply[] = [
  reply,
  { ...reply, id: 8, depth: 1, answers: { id: 7, author: '林' }, agreed: 'agrees:reply:8', own: 'is:3', editedAt: reply.createdAt },
  { ...reply, id: 9, state: 'deleted', author: null, html: null },
  { ...reply, id: 10, state: 'hidden', html: null },
  { ...reply, id: 11, moved: { id: 12, caseId: 4 } },
]

test('replies drawn at once are the same bytes as those that React is given one by one', () => {
  const drawn = (draw: Partial<ReplyListProps>) => {
    let keys = 0
    const words = wordsFor('zh')
    return renderToStaticMarkup(createElement(ReplyList, {
      id: 'replies', replies, open: true, typed: null, lang: 'zh', words, back: '/cases/1', newKey: () => `key-${keys++}`, ...draw,
    }))
  }
  const one = drawn({})
  expect(one.match(/<article/g)).toHaveLength(5)
  expect(drawn({ draw: renderToStaticMarkup })).toBe(one)
})
