import type { WordAction, WordKind } from '@/domain/moderation/words/rule'

const kinds: Record<WordKind, { name: string; hint: string }> = {
  word: { name: '词语', hint: '照原样找，一行一个，每个 2 到 50 个字。字母、数字要整词：“cas”不会碰到“case”。' },
  pattern: { name: '模式', hint: 'RE2 正则表达式，一行一个，最多 200 个字符，例如：加.{0,3}微信。不支持反向引用和环视。' },
}

const actions: Record<WordAction, { name: string; hint: string }> = {
  block: { name: '拦截', hint: '不能发布。写的人在那一栏旁边看到是哪个词、为什么，写的字都在。' },
  queue: { name: '待查', hint: '先不公开，等版主放行。版主和管理员自己写的不等。' },
  mask: { name: '遮盖', hint: '存进来之前换成＊，原来的字不保存，并告诉写的人。' },
}

/** The words that moderators keep, and what becomes of a text that has one. */
export const wordFilter = {
  title: '词语过滤',
  description: '版主维护的词语和模式：哪些不能写、哪些先等放行、哪些遮盖。',
  deskLink: (n: number) => (n === 0 ? '词语过滤' : `词语过滤：${n} 条规则`),
  intro: '案例的标题、正文、每一步的说明、名称和公司栏，回复，它们的修改，注册的名字，以及程序经接口发的内容，都先过一遍这里的规则。全角半角、大小写、看不见的零宽字符都算一样。',
  introLog: '每次改动都写进版务公开：谁、改了哪一条、为什么。词语本身不公开，只在这里给版主看。',
  kinds,
  actions,
  kind: '哪一种',
  action: '碰到了怎么办',
  texts: '词语或模式',
  text: { word: '词语', pattern: '模式' } satisfies Record<WordKind, string>,
  reason: '告诉写的人的理由',
  reasonHint: '拦截的时候必须写：写的人会看到。不写出词语本身也行，词语会一起显示。',
  enabled: '启用',
  add: '加规则',
  addButton: '加进去',
  edit: '修改',
  save: '保存',
  done: { added: '已加上，立即生效。', edited: '已保存，立即生效。' },
  counts: (on: number, off: number) => `启用 ${on} 条，停用 ${off} 条`,
  on: '启用的',
  off: '停用的',
  all: '全部',
  none: '这里没有规则。',
  ruleNo: (id: number) => `#${id}`,
  whole: '看全部规则',
  more: '更多',
  first: '回到开头',
  states: (n: number) => `改过 ${n} 次`,
  state: (by: string, because: string) => `${by}：${because}`,
  disabled: '停用',
  tryTitle: '试一段文字',
  tryHint: '只试，不会发布。',
  tryText: '文字',
  tryButton: '试一试',
  tryNone: '没有碰到任何规则。',
  tryFound: (found: string, rule: string) => `“${found}” 碰到规则 ${rule}`,
  tryMasked: '遮盖以后是：',
  found: (words: string) => `碰到的词语：${words}`,
  foundRules: '看这些规则',
}
