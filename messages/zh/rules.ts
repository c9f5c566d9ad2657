import type { RuleConfidence, RulePrecision, RuleSubject } from '@/domain/rules/rule-change'
import type { RuleField } from '@/domain/rules/rule-revision'
import { codes } from './codes'

const subject: Record<RuleSubject, string> = { ...codes.subject, all: '所有主体' }
const confidence: Record<RuleConfidence, string> = { official: '官方文件', reported: '有人反映', rumoured: '只是传闻' }
const confidenceHint: Record<RuleConfidence, string> = {
  official: '写在主管部门或平台公开的文件里。',
  reported: '来自开发者的反映或第三方页面，没有找到官方原文。',
  rumoured: '只听人说过，还没有依据。',
}

const precision: Record<RulePrecision, string> = { day: '知道是哪一天', month: '只知道是哪个月', year: '只知道是哪一年' }

const field: Record<RuleField, string> = {
  date: '日期', processes: '涉及的审核', subject: '涉及的主体', statement_zh: '变动（中文）', statement_en: '变动（英文）', basis: '依据（中文）', basis_en: '依据（英文）',
  confidence: '把握', withdrawn: '状态',
}

/** The fields of the form, by their names. */
const label = { ...field, precision: '日期知道到什么程度', because: '理由' }

type Hints = Partial<Record<keyof typeof label, string>>
const labelHint: Hints = {
  date: '如 2023-09-01、2023-11 或 2023。比上面选的写得更细，多出的部分不记。还没到的日期可以写：列出来时会标明“已公布，尚未生效”，图上不画。',
  statement_zh: '一两句话，写清楚从什么变成了什么。',
  statement_en: '可以不写；不写时英文页面显示中文，并注明是中文原文。',
  basis: '文件名、文号、页面或帖子；可以带网址，以 https:// 开头的会成为链接。',
  basis_en: '可以不写；不写时英文页面显示中文的依据，并注明是中文原文。',
}

export const rules = {
  title: '规则变动',
  intro: '审核规则常常不打招呼就变了。这里按日期记下已知的变动、依据和把握，看耗时与结果的图时可以对照。',
  none: '还没有记下任何规则变动。',
  sayDay: (year: number, month: number, day: number) => `${year} 年 ${month} 月 ${day} 日`,
  sayMonth: (year: number, month: number) => `${year} 年 ${month} 月`,
  sayYear: (year: number) => `${year} 年`,
  onlyMonth: '只知道到月',
  onlyYear: '只知道到年',
  concerns: '涉及',
  basis: '依据',
  atMost: (n: number) => `最多 ${n} 字。`,
  /** Beside what has no English on an English page. */
  inChinese: '中文原文',
  ahead: '已公布，尚未生效',
  withdrawnTitle: (n: number) => `已撤回的 ${n} 条`,
  subject,
  confidence,
  confidenceHint,
  howSure: '把握有多大',
  field,
  label,
  labelHint,
  precision,
  nothing: '（没有写）',
  stands: '有效',
  isWithdrawn: '已撤回',
  add: '记下一条规则变动',
  edit: '更正或撤回',
  saveNew: '记下',
  saveEdit: '保存更正',
  backToList: '回到规则变动',
  editTitle: '更正一条规则变动',
  editAbout: (id: number) => `版主更正或撤回第 ${id} 条规则变动。每次改动都公开。`,
  newer: '你打开之后，这条已经有人改过。现在是这样；再保存，就以你的为准：',
  withdrawTitle: '撤回这一条',
  withdrawHint: '撤回以后不再列出，也不再画在图上；历史里仍然读得到。',
  withdraw: '撤回',
  restoreTitle: '恢复这一条',
  restoreHint: '恢复以后重新列出，也重新画在图上。',
  restore: '恢复',
  historyTitle: '改动历史',
  historyOf: (version: number) => (version === 1 ? '历史' : `历史：改过 ${version - 1} 次`),
  historyAbout: (id: number) => `第 ${id} 条规则变动是谁、什么时候、为什么记下和更正的，每一版都在。`,
  historyIntro: '谁、什么时候、为什么记下或更正，每一版都在，新的在前。',
  withdrawnNote: '这一条已经撤回：不再列出，也不画在图上。',
  version: (n: number) => `第 ${n} 版`,
  beforeAfter: '看前后：',
  act: { added: '记下', edited: '更正', withdrawn: '撤回', restored: '恢复' },
  cameWith: '建站时带来',
  cases: (month: string) => `${month}的案例`,
  missing: '知道漏掉的变动，或发现写错了？在碰到它的案例下回复，写上日期和出处；版主看到后会补上或更正，每次改动都公开。',
  missingCases: '找相关案例',
  missingReport: '把我碰到的记下来',
}
