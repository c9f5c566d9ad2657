import type { FoundField } from './found'
import { readSpokenNumber } from './number'

const number = '([一二两三四五六七八九]|\\d{1,2})'
const several = new RegExp(`(?:交|付|缴)了?${number}(?:次|回|遍|笔)(?:钱|费|款)?`)
const nth = new RegExp(`第${number}(?:次|回|遍)(?:交|付|缴)`)
const again = /(?:重新|又|再|二次|第二次)(?:交|付|缴|支付)了?(?:一次|一遍|一笔)?(?:钱|费|款|\d)/
const paid = /(?:(?:交|付|缴|扣|打款|支付)(?:了|的|过|完)?|(?:花|收)(?:了|的|掉))(?:我|认证|审核)?(?:费|款)?[^\d，]{0,3}?(\d{1,4})(?!\d|次|天|分|小时|个|月|年|号|多|%)/
const priced = /(?<!\d)(30|300)(?= ?(?:块|元|rmb))|^(?:个人|企业|个体户?)?(?:年审|认证|审核)?费?用?(30|300)$/i
// What is to be paid is not paid yet.
const due = /(?:要|得|需要?|会|必须|应该)(?:再|先|多)?(?:交|付|花|收|缴|支付)|抢钱/

/** What was paid for one order, in yuan, and how many orders were. */
export function moneyIn(said: string): { field: Extract<FoundField, 'fee_yuan' | 'orders_paid'>; value: string }[] {
  const clause = said.replace(/三百(?=$|块|元|[^一二三四五六七八九十多])/, '300').replace(/三十(?=$|块|元|[^一二三四五六七八九多几天分个])/, '30')
  if (due.test(clause)) return []
  // What all orders came to is no fee.
  const summed = /前后|一共|总共|合计|加起来/.test(clause)
  const counted = [...clause.matchAll(new RegExp(`${several.source}|${nth.source}`, 'g'))].map(found => readSpokenNumber((found[1] ?? found[2])!))
  const orders = Math.max(...counted, again.test(clause) ? 2 : -Infinity)
  const stated = paid.exec(clause.replace(several, '交了'))?.[1] ?? priced.exec(clause)?.slice(1).find(Boolean)
  const fee = Number(stated ?? NaN)
  return [
    ...(fee > 0 && fee <= 1000 && !summed ? [{ field: 'fee_yuan' as const, value: String(fee) }] : []),
    ...(orders >= 1 && orders <= 10 ? [{ field: 'orders_paid' as const, value: String(orders) }] : []),
  ]
}
