export const home = {
  lead: '小程序认证、备案、改名，别人等了多久，结果怎样，都在这里如实记着。',
  askTitle: '我在等，还要多久',
  askButton: '还要多久',
  newest: '刚刚记下的案例',
  allCases: '看全部案例',
  lastRule: '最近一次规则变动',
  allRules: '看全部规则变动',
  tellTitle: '你也走过一次？',
  tell: '一分半钟记下来，后面的人就少等一次没有底的等待。先写，再登录。',
}
