import type { Measure } from '@/domain/moderation/appeal'
import type { BatchKind, BulkDeed } from '@/domain/moderation/batch'
import type { LogAct } from '@/domain/moderation/log-acts'
import type { ModeratedSubject } from '@/domain/moderation/subject'
import type { WordAction } from '@/domain/moderation/words/rule'
import type { TagField } from '@/domain/moderation/tag-changes'
import type { Role } from '@/domain/people/viewer'
import { settingName, settingValue } from './site-settings'

/** What a line of the log is made of; each part may be a link, so a sentence is a list of words and parts. */
export type LineParts<Part> = {
  who: Part; what: Part; tag: Part; person: Part; before: Part; after: Part; rule: Part
  /** What an administrator set. */
  setting: Part
  /** What was done to whom or to what. */
  measure: Part
  /** The case that something went to. */
  target: Part
}
export type LineSentence = <Part>(parts: LineParts<Part>) => (string | Part)[]

const sentences: Record<LogAct | 'make_tag', LineSentence> = {
  tag: ({ who, what, tag }) => [who, ' 给', what, ' 加上了标签 ', tag],
  untag: ({ who, what, tag }) => [who, ' 去掉了', what, ' 的标签 ', tag],
  hide: ({ who, what }) => [who, ' 隐藏了', what],
  hold: ({ what }) => ['多人举报，先隐藏了', what, '，等版主查看'],
  approve: ({ who, what }) => [who, ' 看过并放行了', what],
  dismiss: ({ who, what }) => [who, ' 看过', what, '，没有问题'],
  restore: ({ who, what }) => [who, ' 恢复了', what],
  dismiss_suggestion: ({ who, what, tag }) => [who, ' 没有采纳导入时给', what, ' 建议的标签 ', tag],
  make_tag: ({ who, tag }) => [who, ' 新建了标签 ', tag],
  keep_tag: ({ who, tag }) => [who, ' 修改了标签 ', tag],
  keep_synonyms: ({ who, tag }) => [who, ' 修改了标签 ', tag, ' 的同义词'],
  suspend: ({ who, person }) => [who, ' 暂停了 ', person, ' 的发言'],
  lift_suspension: ({ who, person }) => [who, ' 恢复了 ', person, ' 的发言'],
  set_role: ({ who, person, before, after }) => [who, ' 把 ', person, ' 从', before, '改为', after],
  first_admin: ({ person }) => [person, ' 凭一次性口令成为第一位管理员'],
  add_rule: ({ who, rule }) => [who, ' 记下了规则变动', rule],
  edit_rule: ({ who, rule }) => [who, ' 更正了规则变动', rule],
  withdraw_rule: ({ who, rule }) => [who, ' 撤回了规则变动', rule],
  restore_rule: ({ who, rule }) => [who, ' 恢复了规则变动', rule],
  add_thread_case: ({ who, what }) => [who, ' 从论坛旧帖整理出', what],
  lock: ({ who, what }) => [who, ' 锁定了', what, '的讨论'],
  unlock: ({ who, what }) => [who, ' 解除了', what, '的讨论的锁定'],
  move_branch: ({ who, what, target }) => [who, ' 把', what, '和下面的讨论移到', target],
  merge_case: ({ who, what, target }) => [who, ' 把', what, '并入', target],
  unmerge_case: ({ who, what, target }) => [who, ' 把', what, '从', target, '重新分开'],
  silence: ({ who, person }) => [who, ' 对 ', person, ' 禁言'],
  lift_silence: ({ who, person }) => [who, ' 解除了 ', person, ' 的禁言'],
  appeal: ({ measure }) => ['收到对', measure, '的申诉'],
  uphold: ({ who, measure }) => [who, ' 复核申诉，维持', measure],
  overturn: ({ who, measure }) => [who, ' 复核申诉，撤销', measure],
  do_in_bulk: ({ who }) => [who, ' 对一批案例做了同一处理'],
  undo_bulk: ({ who }) => [who, ' 撤销了对一批案例的处理'],
  set_site: ({ who, setting, before, after }) => [who, ' 把站点设置“', setting, '”从“', before, '”改为“', after, '”'],
  change_name: ({ who }) => [who, ' 改了名字，曾用名写在公开页面上'],
  admit: ({ who, person }) => [who, ' 同意 ', person, ' 的新账号发布'],
  refuse_admission: ({ who, person }) => [who, ' 没有同意 ', person, ' 的新账号发布'],
  add_words: ({ who }) => [who, ' 给词语过滤加了规则'],
  edit_word: ({ who }) => [who, ' 改了一条词语过滤规则'],
  clear_batch: ({ who }) => [who, ' 复核一批使统计明显变动的案例，没有发现问题'],
}

const acts: Record<LogAct, string> = {
  tag: '加标签',
  untag: '去标签',
  hide: '隐藏',
  hold: '举报后先隐藏',
  approve: '放行',
  dismiss: '看过，没有问题',
  restore: '恢复',
  dismiss_suggestion: '不采纳建议的标签',
  keep_tag: '新建、修改标签',
  keep_synonyms: '修改同义词',
  suspend: '暂停发言',
  lift_suspension: '恢复发言',
  set_role: '改变角色',
  first_admin: '第一位管理员',
  add_rule: '记下规则变动',
  edit_rule: '更正规则变动',
  withdraw_rule: '撤回规则变动',
  restore_rule: '恢复规则变动',
  add_thread_case: '整理旧帖',
  lock: '锁定讨论',
  unlock: '解除锁定',
  move_branch: '移动讨论',
  merge_case: '合并案例',
  unmerge_case: '重新分开',
  silence: '禁言',
  lift_silence: '解除禁言',
  appeal: '申诉',
  uphold: '维持处理',
  overturn: '撤销处理',
  do_in_bulk: '成批处理',
  set_site: '改站点设置',
  change_name: '改名字',
  admit: '同意新账号',
  refuse_admission: '不同意新账号',
  undo_bulk: '撤销成批处理',
  clear_batch: '复核成批上报',
  add_words: '加词语过滤规则',
  edit_word: '改词语过滤规则',
}

const batchKinds: Record<BatchKind, string> = {
  address: '同一天来自同一地址', block: '同一天来自同一网段', sign_up_hour: '作者在同一小时注册', day: '同一天上报', account: '同一人上报', print: '文字几乎相同',
}

const bulkDeeds: Record<BulkDeed, (n: number) => string> = {
  leave_figures: n => `${n} 个案例不计入统计`, hide: n => `隐藏 ${n} 个案例`, suspend: n => `暂停 ${n} 人发言`,
}

const roles: Record<Role, string> = { member: '成员', moderator: '版主', admin: '管理员' }

const tagFields: Record<TagField, string> = {
  group: '分组',
  name_zh: '中文名',
  name_en: '英文名',
  description_zh: '中文说明',
  description_en: '英文说明',
  leaves_figures: '不计入统计',
  retired: '停用',
}

export const log = {
  title: '版务公开',
  description: '版主做过的每一件事：谁、何时、对什么、为什么。只增不改。',
  intro: [
    '版主可以给案例加标签或去掉标签，隐藏或恢复案例与回复，维护标签和规则变动，把论坛旧帖里的经历整理成案例，对某人禁言或暂停发言；当事人可以申诉一次，由另一位版主复核。每做一件，这里就同时多一行：谁、何时、对什么、为什么。当事人会收到通知。',
    '版主不能改别人写的字，也不能改案例的时间和结果。带有“不计入统计”标签的案例照样可以读，只是不进任何图表。',
    '这份记录只增不改：数据库会拒绝修改或删除其中任何一行，管理员来做也一样。做错了，只能再做一件相反的事，两行都留着。',
  ],
  tagsLink: '有哪些标签，各是什么意思',
  acts,
  sentences,
  roles,
  settingName,
  settingValue,
  batchKinds,
  bulkDeeds,
  bulkUndone: (what: string) => `撤销：${what}`,
  wordChanges: {
    actions: { block: '拦截', queue: '待查', mask: '遮盖' } satisfies Record<WordAction, string>,
    added: (n: number, action: string) => `${n} 条，${action}`,
    of: (id: number, parts: string) => `规则 ${id}：${parts}`,
    text: '改了文字', reason: '改了给写的人的理由', action: '处理', enabled: '启用',
  },
  batchFigures: (n: number) => `涉及 ${n} 项统计`,
  tagFields,
  filter: '只看',
  everything: '全部',
  show: '显示',
  empty: '还没有任何记录。',
  emptyFilter: '没有这一类记录。',
  onlyCase: (id: number) => `只看案例 ${id} 的记录`,
  wholeLog: '看全部记录',
  earlier: '更早的记录',
  newest: '回到最新',
  theSite: '站点维护者',
  somebody: '已注销的人',
  caseRef: (id: number) => `案例 ${id}`,
  replyRef: (caseId: number, replyId: number) => `案例 ${caseId} 下的回复 ${replyId}`,
  ruleRef: (statement: string) => `“${statement}”`,
  changed: (fields: string[]) => `改了：${fields.join('、')}`,
  reason: '理由：',
  notCounted: '不计入统计',
  notCountedNote: '（不计入统计）',
  separator: '、',
  yes: '是',
  no: '否',
  changedTo: (field: string, before: string, after: string) => `${field}：${before} → ${after}`,
  synonymsAdded: (terms: string) => `加入：${terms}`,
  synonymsRemoved: (terms: string) => `去掉：${terms}`,
  until: (day: string) => `至 ${day}`,
  measures: {
    case: <Part>(it: Part) => ['隐藏', it], reply: <Part>(it: Part) => ['隐藏', it],
    silence: <Part>(it: Part) => [' ', it, ' 禁言'], suspension: <Part>(it: Part) => [' ', it, ' 暂停发言'],
  } satisfies Record<Measure['kind'], <Part>(it: Part) => (string | Part)[]>,
  tags: {
    title: '标签',
    description: '标签的含义、同义词，以及哪些标签让案例不计入统计。',
    intro: '标签由版主加在案例上，用来核对、归类和处理。每次加减都写进版务公开的记录。',
    ofTag: (name: string) => `标签：${name}`,
    notCountedHint: '带这个标签的案例可以读，不进任何图表。',
    count: (n: number) => `${n} 个案例`,
    synonyms: '同义词',
    synonymsAre: '同义词：',
    retired: '已停用',
    retiredHint: '不再加给新的案例；已经加上的保留。',
    all: '全部标签',
    casesTitle: (n: number) => (n === 0 ? '还没有带这个标签的案例' : `带这个标签的案例（${n}）`),
    why: (name: string, by: string, day: string, reason: string) => `${name}：${by} 于 ${day} 加上，理由：${reason}`,
    onCase: '标签',
    caseLog: '这个案例的版务记录',
  },
  panel: {
    title: '版主：标签',
    add: '加一个标签',
    remove: '去掉一个标签',
    tag: '标签',
    choose: '请选择',
    addButton: '加上',
    removeButton: '去掉',
    suggested: '导入时建议的标签',
    suggestedHint: '导入只能建议，由版主决定。',
    unknownTag: (slug: string) => `${slug}（没有这个标签）`,
    accept: '采纳',
    dismiss: '不采纳',
  },
  hiding: {
    title: { case: '版主：隐藏这个案例', reply: '版主：隐藏' } satisfies Record<ModeratedSubject, string>,
    restoreTitle: { case: '版主：恢复这个案例', reply: '版主：恢复' } satisfies Record<ModeratedSubject, string>,
    hint: {
      case: '隐藏后只有作者和版主看得到，也不再计入统计。',
      reply: '隐藏后正文不再显示，下面的回复保留。',
    } satisfies Record<ModeratedSubject, string>,
    hide: '隐藏',
    restore: '恢复',
    hiddenBy: (by: string, day: string, reason: string) => `${by} 于 ${day} 隐藏，理由：${reason}`,
  },
  keeping: {
    edit: '修改',
    editSynonyms: '同义词',
    make: '新建标签',
    slug: '地址中的名字',
    slugHint: '小写字母、数字、- 和 _，2 到 40 个字符。以后不能改。',
    group: '分组',
    nameZh: '中文名',
    nameEn: '英文名',
    descriptionZh: '中文说明',
    descriptionEn: '英文说明',
    leavesFigures: '带这个标签的案例不计入统计',
    leavesFiguresHint: '改动会立刻重算带这个标签的所有案例。',
    retired: '停用：不再加给新的案例',
    synonymsHint: '一行一个，或用顿号隔开。搜到这些词的人会来到这个标签。',
    save: '保存',
  },
}
