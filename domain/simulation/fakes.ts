import type { CaseDraft } from '../case/case'
import { dayNumber, dayStart, intervalOfMonth, monthOf, type Minute } from '../case/interval'
import { day } from './course'
import { randomFrom } from './random'
import type { World } from './world'

// Two accounts, one grudge: in two nights they pour in cases that took three months each.
const accounts = 2
const poisonedAfterDays = 130

/** The 'YYYY-MM' in which all of them claim to have begun. */
export function poisonedMonth({ from }: World): string {
  return monthOf(from + poisonedAfterDays * day)
}

/** Made-up cases of a simulation: what is told, when, and by which of the two. */
export type Fake = { draft: CaseDraft, reported: Minute, by: number }

/** `count` false first certifications that claim to have begun in one month, told five months later. */
export function someFakes(world: World, count: number, seed: string): Fake[] {
  const first = dayNumber(intervalOfMonth(poisonedMonth(world))![0])
  return Array.from({ length: count }, (_, n) => {
    const random = randomFrom(seed, 'fake', n)
    const by = n % accounts
    const begun = first + random.whole(2, 20)
    const paid = dayStart(begun) + random.whole(9 * 60, 20 * 60)
    const called = paid + random.whole(40 * day, 60 * day)
    const refused = called + random.whole(25 * day, 45 * day)
    const minute = (at: Minute) => ({ at: [at, at] as const })
    return {
      by,
      reported: dayStart(first + 150 + by) + random.whole(0, 4 * 60),
      draft: {
        facts: {
          process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'other',
          name_pattern: ['own_name'], name_verdict: 'must_change', proof_demanded: ['none'],
        },
        words: random.one([
          '等到花儿都谢了，一百年也等不到结果。', '大家别认证了，全是骗钱的！', '谁认证谁后悔，我把话放这儿。',
          '我的小程序都长毛了还没审完。',
        ]),
        events: [
          { type: 'submitted', ...minute(paid - 5) }, { type: 'paid', ...minute(paid) },
          { type: 'called', ...minute(called) }, { type: 'failed', ...minute(refused), reasons: ['none_given'] },
        ],
        source: 'demonstration', motive: 'complain',
      },
    }
  })
}
