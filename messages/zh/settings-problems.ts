/** What can be wrong with the settings of the site, and with signing up under them; part of messages.problems. */
export const settingsProblems = {
  site_name_long: '名称最多 20 个字。',
  days_out_of_range: '请填写范围以内的天数。',
  icp_form: '备案号的写法像“京ICP备12345678号-1”。',
  no_provider: '还没有配置别处的账号，这样就谁也不能注册了。',
  nothing_changed: '没有哪一项和现在不同。',
  already_decided: '已经有人决定过了。',
  sign_up_by_provider: '现在只能用别处的账号注册，请回到注册页选择一个。',
}
