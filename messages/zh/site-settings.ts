import type { PreModeration } from '@/domain/moderation/pre-moderation'
import type { SiteSettingName, SiteSettings } from '@/domain/site-settings'

export const siteSettings = {
  title: '站点设置',
  about: '每一项修改都写进公开的版务记录：原来是什么，改成什么，为什么。',
  done: '已经保存，并写进了版务记录。',
  submit: '保存',
  because: '理由',
  becauseHint: '公开的，写一句为什么要改。',
  names: {
    site_name: '网站名称',
    site_name_en: '英文名称',
    sign_up: '谁可以注册',
    pre_moderation: '先看后发',
    icp_number: 'ICP 备案号',
    draft_days: '没有登录的人写的草稿保留几天',
    notification_days: '看过的通知保留几天',
    origin_days: '从哪个网络来的记号保留几天',
    failed_days: '没有办成的邮件等事项保留几天',
    delivery_days: '推送到网址的记录保留几天',
  } satisfies Record<SiteSettingName, string>,
  hints: {
    site_name: '出现在标题、页头、订阅、邮件和图片里，最多 20 个字；印章取前两个字。留空就叫“过审”。',
    site_name_en: '英文页面和邮件里的名称。留空就用程序原来的英文名。',
    icp_number: '显示在每一页的页脚，链到工信部的查询网站。例如 京ICP备12345678号-1。留空就不显示。',
    draft_days: '1 到 60 天。登录的人自己的草稿不按天数删。',
    notification_days: '30 到 3650 天；0 是一直留着。没有看过的通知不删。',
    origin_days: '30 到 3650 天；0 是一直留着。记号只说得出哪些案例和账号来自同一个网络，当天过后连管理员也看不出是哪个地址。删掉以后，老案例不再按网络成批。',
    failed_days: '7 到 365 天，供查看失败的原因；信里的内容一结束就清空。办成的保留 7 天，免得重复。',
    delivery_days: '1 到 90 天，对方可以在这段时间里查看和重发。',
    always: '不用设置：过期的登录、邮件链接和两步验证的准备每小时清掉；访问日志不写下是谁，也不存在数据库里；版务记录一直公开保留。',
  },
  signUp: {
    open: ['任何人', '取个名字就能注册，马上可以发布。'],
    approval: ['要管理员同意', '新账号可以读、可以写草稿，管理员同意以后才能发布。'],
    provider: ['只用别处的账号', '只有登录方式里配置的账号才能注册，例如实名的 OpenID。'],
  } satisfies Record<SiteSettings['sign_up'], [string, string]>,
  preModeration: {
    off: ['不用', '写了就公开。'],
    newcomers: ['新来的人', '新来的人写的内容，先由版主看过再公开。'],
    all: ['所有人', '除了版主，所有人写的内容都先由版主看过再公开。'],
  } satisfies Record<PreModeration, [string, string]>,
  nothing: '空',
  closed: '现在只能用下面这些账号注册。',
  byApproval: '注册以后可以先写草稿；管理员同意以后才能发布。',
  awaiting: '账号还在等管理员同意。现在可以阅读、写草稿，还不能发布。',
  admissions: {
    title: '等待同意的新账号',
    about: '同意以后才能发布；不同意的仍然可以阅读。理由会告诉本人，也写进公开的版务记录。',
    asked: '注册于',
    because: '理由',
    becauseHint: '公开的，一句话就好。',
    approve: '同意',
    refuse: '不同意',
  },
}

// For the public log, which tells of settings by what they are called here; what it does not know it tells as it is.

export function settingName(name: string | undefined): string {
  return siteSettings.names[name as SiteSettingName] ?? name ?? ''
}

/** Null where it is about no setting. */
export function settingValue(name: string | undefined, value: string | undefined): string | null {
  if (name === undefined || value === undefined) return null
  if (name === 'sign_up') return siteSettings.signUp[value as SiteSettings['sign_up']]?.[0] ?? value
  if (name === 'pre_moderation') return siteSettings.preModeration[value as PreModeration]?.[0] ?? value
  return value || siteSettings.nothing
}
