import { z } from 'zod'
import { filterParameters, pageParameters } from '../api/parameters'
import { isId } from '../ids'
import { logActs } from '../moderation/log-acts'

const { sort } = pageParameters
const id = z.string().refine(isId).optional()

/** What each feed can be asked, under the names that its page has. */
export const feedParameters = {
  cases: { ...filterParameters, sort, after: pageParameters.after },
  tag: { after: id },
  person: { after: id },
  thread: { after: id },
  rules: {},
  log: { act: z.enum(logActs).optional(), case: id, after: id },
}
