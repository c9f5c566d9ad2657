import { z } from 'zod'
import { maskPersonalData } from '../case/masking'
import { cleanLine } from '../text/clean'
import { countGraphemes } from '../text/graphemes'

// Long enough for a sentence or three; the log is read as a list.
export const longestReason = 300
// 玩笑 is a reason. One sign is not.
const shortestReason = 2

/**
 * The reason of a moderator's act, which the public log keeps for ever: it must be there, and a telephone number or
 * an ID in it is masked before anybody can read it.
 */
export const becauseSchema = z.string()
  .transform(cleanLine)
  .refine(text => countGraphemes(text) >= shortestReason, 'because_needed')
  .refine(text => countGraphemes(text) <= longestReason, 'because_too_long')
  .transform(text => maskPersonalData(text).text)
