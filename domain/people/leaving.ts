import { z } from 'zod'

const what = z.enum(['keep', 'erase'], 'not_in_list')

/** What becomes of what somebody wrote when he goes; the password is empty for people who have none. */
export const leavingSchema = z.object({
  cases: what,
  replies: what,
  password: z.string(),
  sure: z.literal('on', 'leaving_unsure'),
})

export type Leaving = Pick<z.infer<typeof leavingSchema>, 'cases' | 'replies'>

/** Without a password, having signed in this short a time ago says who it is (milliseconds). ASVS 7.5.1. */
export const freshSignIn = 600_000
