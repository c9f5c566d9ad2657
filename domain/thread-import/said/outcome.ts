import type { Process } from '../../codes'

/** What an order came to, as a comment can say it; `waiting` is no outcome and gives way to any. */
export type SaidOutcome = 'approved' | 'filed' | 'failed' | 'timed_out' | 'withdrawn' | 'moved_subject' | 'waiting'

const moved = /(?:转|改|换|变)(?:成|为|到|了)(?:了)?(?:一?个)?(?:企业|公司|个体)/
const withdrawn = /放弃了?(?!治疗)|弃了|弃坑|不(?:想)?(?:认证|备案|弄|搞|折腾)了|(?:直接)?注销(?:了|账号|小程序)/
const timedOut = /超时|自动(?:终止|关闭|取消)|系统终止|逾期终止/
const failed = /(?:认证|审核|备案|最终|最后|还是|依然)(?:单|直接)?(?:还是|是)?(?:失败|没通过|没过)|失败了|终止(?:了)?订单/
const waits = /还在(?:审|等|排|管局)|坐等|等通知|电话[也都]没|无电话|审核中|等(?:电话|着|结果|待|审核)|没动静|动静都没|卡着|卡住|没(?:有)?(?:消息|结果|反应|回复)|(?:还|一直)没(?:有)?(?:好|下来|审|过|通过|动静|人|打|处理|接到|电话)|没审完|(?:还|一直|都)(?:是|还)?没(?:有)?人|派单中|没人(?:理|管|联系|处理|回)|(?:状态|进度).{0,6}没(?:变|动)|一直没变|在审$|到现在(?:还|都)没/
const notYetBegun = /还没(?:弄|提交|认证|开始|备案|交)/

// "过了" says that something passed, that time passed, or that something was done before ("交过了"): only the first is meant.
const passed = /(?:(?:认证|审核|审批|备案|年审)(?:就|也|都|已经|显示)?(?:成功|通过|过)|审核?(?:好|完)了?|(?:认证|审核|备案|已经?)完成|完成(?:认证|审核|备案)|(?:弄|办|搞)(?:好|完|成)了?|^已?过了$|成功$|放行|收到.{0,4}(?:成功|通过)|(?:拿到|下)了?(?:备案)?号|批(?:了|下来|准)|成功了|通过了?|过审|搞定|(?:就|也|也就|都|已经|才|给|直接|一次|一次性|一把|秒|最后|终于|今天|昨天|前天|号|日|左右|天|小时|分钟)(?:就)?(?:过|好|成)(?:了|的|$)|秒过|一次过|当天(?:就)?过|直接过|所以.{0,6}就?过|(?:才|就|已经)?下来了?|就可以了)/
const notPassed = /(?:没|没有|不|未|不给|不让|无法|才能|才给)(?:被)?(?:审核)?(?:通过|过(?!了)|成功|搞定|下来|好)|名(?:称|字).{0,3}(?:没问题|通过)$|资质通过|通不过|过不了/
const elapsed = /过了(?=[^，。]{0,2}[半几\d一二两三四五六七八九十])/g

/** What one clause says became of the review; null: nothing. */
export function outcomeIn(clause: string, process: Process | null): SaidOutcome | null {
  if (moved.test(clause)) return 'moved_subject'
  if (withdrawn.test(clause)) return 'withdrawn'
  if (timedOut.test(clause)) return 'timed_out'
  if (failed.test(clause) && !/名(?:称|字)没/.test(clause)) return 'failed'
  if (waits.test(clause) && !notYetBegun.test(clause)) return 'waiting'
  if (saysPassed(clause, process)) return process === 'filing' ? 'filed' : 'approved'
  return null
}

export function saysPassed(clause: string, process: Process | null): boolean {
  const text = clause.replace(elapsed, '').replace(/(?:交|付|打|来|问|(?<!直)接)过(?:了|的)?/g, '')
  if (/去年|以前|之前|上次/.test(text) && /过$/.test(text)) return false
  if (/^(?:那|这)(?:样)?就好/.test(text)) return false
  if (!passed.test(text) || notPassed.test(text)) return false
  // A filing that passed is no outcome of a certification, and a certificate that came is none of a review.
  if (process !== 'filing' && /备案/.test(text) && !/认证|年审/.test(text)) return false
  return !(/下来/.test(text) && /软著|商标|证书/.test(text))
}
