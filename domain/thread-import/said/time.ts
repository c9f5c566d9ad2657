import { dayNumberOf, dayStart, dayOf } from '../../case/interval'
import type { EventType, Process } from '../../codes'
import type { Clause } from './clause'
import { outcomeIn, saysPassed } from './outcome'
import { readSpokenNumber } from './number'
import { readSpokenWaits } from './wait'

export type SpokenDate = { event: EventType; day: string; from: number; to: number }
export type WaitTo = { event: EventType | 'waiting'; least: number; most: number; from: number; to: number }

const called = /(?<!客服)电话|来电|打来|打给/
const uncalled = /(?:没|无|未)(?:有)?(?:人)?(?:打|来|接到?)?(?:过|个)?(?:电话|来电)|电话[也都]没|无电话/
const paid = /(?:交|付|缴|支付)(?:了|的|过|完|掉)?(?:认证|审核)?(?:款|费|钱|\d+)|(?:交|付|缴)(?:的|了|完)(?:费|钱|款)|(?:(?<!提)交|付)的(?=$|，)|付款|付费|缴费|打款/
const submitted = /提交|递交|送审|发起/

/** Which step a stretch of words speaks of. */
function stepIn(text: string, process: Process | null): EventType | 'waiting' | null {
  const outcome = outcomeIn(text, process)
  if (outcome === 'waiting') return 'waiting'
  if (called.test(text) && !uncalled.test(text) && !/^.{0,4}(?:完|后|挂)/.test(text)) return 'called'
  if (saysPassed(text, process)) return passedIn(process)
  if (/打回(?!去|电话)|退回|驳回|被拒/.test(text)) return 'sent_back'
  return null
}

/** The waits of a sentence, each with the step it led to: named after it, else in the next clause, else before it. */
export function waitsIn(clauses: readonly Clause[], process: Process | null): WaitTo[] {
  return clauses.flatMap((clause, index) => {
    if (!clause.told || /软著|商标|有效|期限|限期|一年|超过|上次|上回|去年|初审|平台审|到(?:短信)?核验/.test(clause.text)) return []
    const spoken = readSpokenWaits(clause.text)
    return spoken.flatMap(({ from, to, minutes: [least, most] }, at) => {
      const upTo = spoken[at + 1]?.from ?? clause.text.length
      const next = clauses[index + 1]
      const near = next?.told && next.sentence === clause.sentence ? next.text : ''
      const tail = clause.text.slice(to, upTo)
      const said = stepIn(tail, process) ?? stepIn(clause.text.slice(from, upTo), process)
        // "当天提交": how long after what, nobody can say.
        ?? (submitted.test(tail) || paid.test(tail) || /^就?(?:交|付)|同步|到账|退款|发票/.test(tail) ? null : stepIn(near, process) ?? end(stepIn(clause.text.slice(0, from), process))
          ?? earlier(clauses, index, process) ?? (/了$|已经|都/.test(clause.text) && /还|一直/.test(near) ? 'waiting' : null))
        ?? (/^了?$/.test(tail) && /都|已经/.test(clause.text.slice(0, from)) ? 'waiting' : null)
        ?? (/审核?了?$/.test(clause.text.slice(0, from)) && /^了?$/.test(tail) ? passedIn(process) : null)
      return said ? [{ event: said, least, most, from: clause.from, to: clause.from + clause.text.length }] : []
    })
  })
}

// A call that was spoken of before is not what took so long.
const end = <Step>(step: Step) => (step === 'called' ? null : step)

const passedIn = (process: Process | null) => (process === 'filing' ? 'filed' : 'approved')

/** The nearest step before it in the same sentence. */
function earlier(clauses: readonly Clause[], index: number, process: Process | null): EventType | 'waiting' | null {
  for (let at = index - 1; at >= 0 && clauses[at]!.sentence === clauses[index]!.sentence && index - at <= 3; at--) {
    const step = clauses[at]!.told ? end(stepIn(clauses[at]!.text, process)) : null
    if (step) return step
  }
  return null
}

const when = /(([一二两三四五六七八九十]|\d{1,2})天前|今天|今早|今晚|昨天|昨晚|前天|上?(?:周|星期|礼拜)([一二三四五六日天])|(?<!\d)(\d{1,2})月(\d{1,2})[号日]?|(?<![\d.])(\d{1,2})\.(\d{1,2})(?![\d.]|小时|个|天|元|块|分))/g

/** The dated steps of a clause, as days; only where the comment's own day is known, and never later than that. */
export function datesIn(clause: Clause, posted: string | null, process: Process | null): SpokenDate[] {
  const today = posted === null ? null : dayNumberOf(posted)
  if (today === null || !clause.told) return []
  const founds = [...clause.text.matchAll(when)]
  return founds.flatMap((found, index) => {
    const tail = clause.text.slice(found.index + found[0].length, founds[index + 1]?.index ?? clause.text.length)
    const event = paid.test(tail) ? 'paid' : submitted.test(tail) ? 'submitted' : datedStep(tail, found[0], process)
    const day = event && dayMeant(found, today)
    if (!event || day === null) return []
    return [{ event, day: dayOf(dayStart(day)), from: clause.from, to: clause.from + clause.text.length }]
  })
}

function datedStep(tail: string, said: string, process: Process | null): EventType | null {
  const step = stepIn(tail, process) ?? stepIn(said + tail, process)
  return step === 'waiting' ? null : step
}

const weekdays = '一二三四五六日'

function dayMeant([said, , days, weekday, named, numbered, month = named, date = numbered]: RegExpMatchArray, today: number): number | null {
  if (days) return today - readSpokenNumber(days)
  if (said!.startsWith('今')) return today
  if (said!.startsWith('昨')) return today - 1
  if (said === '前天') return today - 2
  if (weekday) {
    // 1970-01-01 was a Thursday: day 4 is a Monday.
    const monday = today - ((((today + 3) % 7) + 7) % 7)
    const day = monday + weekdays.indexOf(weekday.replace('天', '日')) - (said!.startsWith('上') ? 7 : 0)
    return day > today ? day - 7 : day
  }
  const year = new Date(today * 86_400_000).getUTCFullYear()
  // Nobody tells without its year what happened more than a year ago.
  return [year, year - 1]
    .flatMap(it => dayNumberOf(`${it}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`) ?? [])
    .find(day => day <= today && day > today - 366) ?? null
}
