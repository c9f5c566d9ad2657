import type { MailHow } from '@/domain/following/mail-wish'

/** Letters about notices, and the page on which one wishes for them. */
export const noticeMail = {
  title: '邮件通知',
  about: '通知除了在网站上看，也可以寄到你确认过的邮箱。每封信里都有一键退订。',
  how: '怎么寄',
  hows: {
    none: ['不寄', '只在网站上看。'],
    each: ['每条一封', '有通知时寄一封；一分钟内先在网站上看过的不再寄，短时间内同一案例的几件事合成一封。'],
    weekly: ['每周一封', '把一周里还没看的通知放在一封信里；没有就不寄。'],
  } satisfies Record<MailHow, [string, string]>,
  submit: '保存',
  saved: '已经保存。',
  goesTo: (address: string) => `寄到 ${address}。`,
  changeAddress: '换一个邮箱',
  noAddress: '还没有确认过的邮箱，信无处可寄。',
  giveAddress: '填写邮箱',
  noServer: '这个网站没有设置邮件服务，通知只在网站上看。',
  digest: (n: number) => `这一周有 ${n} 条没看的通知`,
  why: (site: string) => `你在${site}选择了用邮件接收通知。`,
  all: '全部通知：',
  allLink: '全部通知',
  change: '改变寄法：',
  changeLink: '改变寄法',
  stop: '退订：',
  stopLink: '退订',
  stopTitle: '退订邮件通知',
  stopText: '按下面的按钮，以后不再寄通知邮件。通知仍然可以在网站上看。',
  stopped: '已经退订',
  stoppedText: '以后不再寄通知邮件。想再收的话，登录后在“我的”里打开。',
  stopUnknown: '这个退订链接不对',
  stopUnknownText: '链接可能被截断了。登录后可以在“我的 · 邮件通知”里关闭。',
}
