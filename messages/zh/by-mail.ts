import { siteName } from '../site-name'

/** Addresses for letters, and what their links do. */
export const byMail = {
  title: '邮箱',
  linkTitle: '信里的链接',
  about: '邮箱可填可不填，只有你自己看得到，不会出现在任何页面和数据里。有了它，忘记密码可以找回，也可以不用密码、用邮件登录。',
  none: '现在没有邮箱。',
  is: (address: string) => `现在的邮箱：${address}`,
  add: '填一个邮箱',
  change: '换一个邮箱',
  address: '邮箱地址',
  send: '发确认邮件',
  sendHint: '邮件里的链接十分钟内有效。打开链接、按下确认，新地址才生效。',
  sent: (minutes: number) => `如果地址没有写错、也没有被别的账号用着，确认邮件已经在路上了，${minutes} 分钟内有效。`,
  remove: '不要邮箱了',
  removeHint: '之后忘记密码就没有办法找回。',
  confirmed: '邮箱已经确认。',
  removed: '邮箱已经删掉。',
  signIn: {
    title: '用邮件登录或找回密码',
    link: '忘了密码，或者想用邮件登录？',
    text: '填账号里确认过的邮箱，我们发一封信，里面的链接十分钟内有效，只能用一次，而且要在这个浏览器里打开。',
    bySignIn: '发登录链接',
    byRecover: '发链接，重设密码',
    sent: '如果有账号用这个邮箱，信已经在路上了。十分钟内，在这个浏览器里打开里面的链接。',
  },
  page: {
    title: { confirm: '确认邮箱', sign_in: '用邮件登录', recover: '重设密码' },
    text: {
      confirm: (address: string) => `把 ${address} 作为这个账号的邮箱。`,
      sign_in: '这封信里的链接只能用一次。按下按钮就登录。',
      recover: '设好新密码就登录。其他正在登录的地方都会退出，接口令牌和通行密钥全部作废，推送网址全部删掉；开了两步验证的，还要过第二步，新密码才生效。',
    },
    press: { confirm: '确认', sign_in: '登录', recover: '设为新密码并登录' },
    gone: { title: '这个链接不能用了', text: '它已经用过、过了十分钟，或者不完整。请再要一封信。' },
    elsewhere: { title: '请换一个浏览器打开', text: '这个链接只能在当时要它的那个浏览器里使用，这样别人拿到信也进不来。请把链接复制过去，或者在这里再要一封。' },
    foreign: { title: '请先登录', text: '这封确认信是给一个账号的，请先登录那个账号，再打开链接。' },
    again: '再要一封信',
  },
  letters: {
    confirm: (name: string, link: string) => ({
      subject: `${siteName('zh')}：确认你的邮箱`,
      text: `${name}，你好：\n\n有人在${siteName('zh')}上把这个地址填作你的邮箱。十分钟内打开下面的链接，按下“确认”就生效：\n\n${link}\n\n不是你填的话，不用理会，什么也不会发生。`,
    }),
    sign_in: (name: string, link: string) => ({
      subject: `${siteName('zh')}：登录链接`,
      text: `${name}，你好：\n\n十分钟内，在刚才要这封信的浏览器里打开下面的链接，按下按钮就登录：\n\n${link}\n\n不是你要的话，不用理会；别人没有你的浏览器，拿到链接也没有用。`,
    }),
    recover: (name: string, link: string) => ({
      subject: `${siteName('zh')}：重设密码`,
      text: `${name}，你好：\n\n十分钟内，在刚才要这封信的浏览器里打开下面的链接，设一个新密码：\n\n${link}\n\n不是你要的话，不用理会，密码不会变。`,
    }),
    changed: (name: string) => ({
      subject: `${siteName('zh')}：邮箱换成了别的`,
      text: `${name}，你好：\n\n你在${siteName('zh')}的账号刚刚换了邮箱，以后的信不再寄到这里。\n\n不是你换的话，请马上登录，修改密码，退出其他所有地方，撤销接口令牌。`,
    }),
    removed: (name: string) => ({
      subject: `${siteName('zh')}：邮箱已经删掉`,
      text: `${name}，你好：\n\n你在${siteName('zh')}的账号刚刚删掉了这个邮箱，以后的信不再寄到这里。\n\n不是你删的话，请马上登录，修改密码，退出其他所有地方，撤销接口令牌。`,
    }),
    recovered: (name: string) => ({
      subject: `${siteName('zh')}：密码已经重设`,
      text: `${name}，你好：\n\n你的密码刚刚通过邮件重设，其他正在登录的地方都已退出，接口令牌和通行密钥都已作废，推送网址都已删掉，需要的话请重新登记。\n\n不是你做的话，说明有人能看你的邮件：请先改好邮箱的密码，再到${siteName('zh')}重设一次。`,
    }),
  },
}
