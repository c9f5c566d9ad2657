// Names that would speak for the site or for WeChat. Compared by skeleton, separators left out, so that
// "A-d-m-і-n" is refused too.

/** Nobody's whole name. */
export const reservedWholly = [
  'admin', 'admins', 'root', 'system', 'sysop', 'owner', 'staff', 'team', 'mod', 'mods', 'support', 'help', 'service',
  'security', 'abuse', 'postmaster', 'webmaster', 'hostmaster', 'noreply', 'info', 'contact', 'api', 'bot', 'guest',
  'member', 'anonymous', 'nobody', 'everyone', 'all', 'here', 'me', 'new', 'null', 'undefined', 'deleted', 'unknown',
  'sign in', 'sign up', 'login', 'logout', 'settings', 'admin panel', 'weixin', 'wechat', 'tencent', 'qq',
  'админ', 'модератор', '微信', '腾讯', '騰訊', '小程序', '客服', '站长', '站長', '系统', '系統', '系统消息', '管理',
  '游客', '匿名', '匿名用户', '已注销', '已删除', '作者', '楼主', '全体成员', '所有人', '审核', '审核员', '志愿者', '备案',
] as const

/** In nobody's name, wherever it stands. */
export const reservedWithin = [
  'administrator', 'moderator', 'official', 'guoshen', 'webadmin', 'sysadmin', 'wechat team', 'tencent support',
  'администратор', '管理员', '管理員', '版主', '官方', '官网', '过审', '過審', '微信团队', '微信客服', '微信审核', '腾讯客服',
  '腾讯审核', '平台客服', '审核团队', '客服中心', '工信部', '网信办', '公安', '认证客服', '认证公司',
] as const
