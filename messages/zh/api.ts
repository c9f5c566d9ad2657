import type { writings } from '@/domain/api/writings'

export const api = {
  title: '接口：用程序写',
  intro: '读不用注册，也不用密钥，地址见“数据与接口”。写案例、回复，以及看自己没有公开的案例，要带上自己的令牌。程序和人走同一扇门：同样的检查、同样的次数限制，同样会遮住手机号和证件号。',
  toTokens: '生成令牌',
  toData: '读的地址和完整说明',
  example: '写一个案例',
  exampleAbout: '内容就是导出文件里一行的样子，去掉 ref 和 account。时间写成最早和最晚两个；不写时区就按北京时间。',
  exampleAnswer: '回答 201，Location 是它的地址；masked 说明遮住了哪几种个人信息：',
  waitingExample: '过几天还没有结果：',
  can: '可以做什么',
  does: {
    reportCase: '写一个案例',
    stillWaiting: '自己的案例还在等',
    reply: '回复一个案例，或其中一条回复',
    tag: '给案例加标签',
    untag: '去掉标签',
    hideCase: '隐藏案例',
    restoreCase: '恢复案例',
    hideReply: '隐藏回复',
    restoreReply: '恢复回复',
  } satisfies Record<keyof typeof writings, string>,
  columns: { what: '做什么', address: '地址', scope: '权限' },
  notes: [
    ['令牌', '放在 Authorization: Bearer 里。令牌以 guoshen_ 开头，末六位是校验，扫描密钥的工具认得出来；万一泄露，马上去撤销。登录网页的 cookie 在这里不起作用，别的网站上的页面也调不了这些地址。'],
    ['Idempotency-Key', '每一次改动自己起一个，比如 UUID。网断了、不知道成没成，就用同一个再发一次：只做一次，回答相同。同一个键换了内容，回答 409。'],
    ['次数', '和网页上完全一样，按人算，不按令牌算。太快时回答 429，Retry-After 是要等的秒数。'],
    ['出错', 'application/problem+json。内容有问题时 422，errors 逐条给出 pointer（例如 #/events/2/at）、code 和说明；说明按 Accept-Language 用中文或英文。'],
    ['看自己的', 'GET /api/v1/me 说这是谁的令牌、能做什么；GET /api/v1/me/cases 列出自己的案例，没有公开的也在。都要“读”的权限，回答不缓存。'],
  ] as [string, string][],
}
