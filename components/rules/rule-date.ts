import type { RulePrecision } from '@/domain/rules/rule-change'
import type { Words } from '@/messages/words'

/** The date of a rule change, as precisely as it is known and with its year. */
export function sayRuleDate(date: string, precision: RulePrecision, words: Words['rules']): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  if (precision === 'year') return words.sayYear(year)
  return precision === 'month' ? words.sayMonth(year, month) : words.sayDay(year, month, day)
}
