/** Passkeys: signing in with what a device keeps. */
export const passkeys = {
  title: '通行密钥',
  about: '用手机或电脑的指纹、面容或锁屏密码登录，不用记密码，也骗不走。它本身就算两步验证。可以登记好几个设备。',
  none: '还没有登记。',
  list: '已经登记的',
  since: '登记于',
  used: '最近使用',
  neverUsed: '还没用过',
  remove: '删掉',
  add: '登记一个',
  name: '给它起个名字',
  nameHint: '比如“我的手机”，只有你看得到。',
  submit: '登记这台设备',
  signIn: '用通行密钥登录',
  failed: '没有完成：设备没有确认，或者等得太久。可以再试一次。',
  unsupported: '这个浏览器用不了通行密钥，或者没有开启 JavaScript。',
  done: { added: '通行密钥已经登记。', removed: '通行密钥已经删掉。' },
}
