import { siteSeal } from '../site-name'

// Words of charts as pictures, of link cards and of what puts them on other pages.
import type { Language } from '../languages'

export const pictures = {
  lang: 'zh' as Language,
  get seal() { return siteSeal() },
  picture: '图片',
  embed: '嵌入',
  embedTitle: '把这张图放到别的网页',
  embedHow: '把下面这段复制到你的网页里。图会跟着新的案例更新，不带脚本，不统计谁在看。',
  embedAlt: '这段代码里已经写好了给读屏软件的说明。',
  print: '印在纸上或发到微信群，用 PNG。',
  toPage: '看这张图所在的页',
  badQuestion: '没有这样的图',
  notFound: '没有这张图。',
  notUnderstood: '地址里的条件读不懂。请从图所在的页面上再打开一次。',
  nothingDrawn: '例数不够，不画图。',
  dated: (method: string, day: string) => `${method} · ${day}`,
  note: (number: number, when: string, what: string) => `${number}　${when}：${what}`,
  howLong: '还要等多久',
}
