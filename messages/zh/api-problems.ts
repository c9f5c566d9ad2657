import type { JsonFault } from '@/domain/api/json'
import type { ApiProblem } from '@/domain/api/problem'

/** What is said to programs that bring a token; part of messages.data. */
export const tokenAnswers = {
  token_missing: { title: '没有令牌', detail: '这里要用 Authorization: Bearer 带上令牌。在网页上登录了也不算。' },
  token_invalid: { title: '令牌无效', detail: '没有这个令牌，或者它已经到期、被撤销，账号也可能已经注销。' },
  scope_missing: { title: '令牌没有这一项权限', detail: '请另外生成一个带有这项权限的令牌；做版务只有版主的令牌才行。' },
  not_allowed: { title: '不能这样做', detail: '令牌的主人自己在网页上也不能这样做。' },
  suspended: { title: '账号被暂停发言', detail: '暂停期间，这个账号的所有令牌都不能用。' },
  silenced: { title: '账号被禁言', detail: '禁言期间不能发布，令牌也一样。' },
  awaiting: { title: '账号还在等管理员同意', detail: '管理员同意以后才能发布，令牌也一样。' },
  key_missing: { title: '没有 Idempotency-Key', detail: '每一次改动都要带一个自己起的 Idempotency-Key，8 到 255 个可见的 ASCII 字符，比如一个 UUID。' },
  key_reused: { title: '这个 Idempotency-Key 已经用过', detail: '它做过另一件事，或者内容不同。换一件事请换一个新的。' },
  conflict: { title: '写不进去了', detail: '要写的地方刚刚有了变化。' },
  body_type: { title: '不是 JSON', detail: '内容要以 application/json 发送，不要压缩。' },
  body_too_large: { title: '内容太大', detail: '一次最多 512 kB。' },
  body_unreadable: { title: '内容读不懂', detail: '内容不是合格的 JSON，errors 里说明了哪里不对。' },
  unfit: { title: '内容不合要求', detail: 'errors 里逐条指出是哪一处、为什么。和网页上的表单是同一套检查。' },
  limited: { title: '太快了', detail: '和网页上一样有次数限制。请按 Retry-After 的秒数等一等，用同一个 Idempotency-Key 再发。' },
  unavailable: { title: '暂时不能用', detail: '数据库这会儿连不上，什么也没有存。请过几秒，用同一个 Idempotency-Key 再发。' },
} satisfies Partial<Record<ApiProblem, { title: string; detail: string }>>

export const jsonFaults: Record<JsonFault['code'], (name: string) => string> = {
  not_json: () => '不是 JSON，或者不是 UTF-8。',
  too_deep: () => '括号套得太深。',
  said_twice: name => `“${name}”在同一个对象里给了两次。`,
  not_a_name: name => `“${name}”不能作名字。`,
}
