import type { Words } from '../zh'

export const api: Words['api'] = {
  title: 'API: writing by program',
  intro: 'Reading needs no account and no key; its addresses stand under “Data and API”. Reporting, replying, and seeing your own cases that are not public need a token of yours. Programs pass the same door as people: the same checks, the same limits, and phone and ID numbers are masked all the same.',
  toTokens: 'Make a token',
  toData: 'Addresses for reading, and the full description',
  example: 'Reporting a case',
  exampleAbout: 'The body is a line of the export without ref and account. Times are an earliest and a latest; without an offset they are Beijing time.',
  exampleAnswer: 'The answer is 201, with its address in Location; masked names the kinds of personal data that were taken out:',
  waitingExample: 'Some days later, still without an answer:',
  can: 'What can be done',
  does: {
    reportCase: 'Report a case',
    stillWaiting: 'Say of your own case that the wait goes on',
    reply: 'Reply to a case, or to a reply to it',
    tag: 'Put a tag on a case',
    untag: 'Take a tag off',
    hideCase: 'Hide a case',
    restoreCase: 'Restore a case',
    hideReply: 'Hide a reply',
    restoreReply: 'Restore a reply',
  },
  columns: { what: 'What', address: 'Address', scope: 'Scope' },
  notes: [
    ['Token', 'Goes into Authorization: Bearer. A token begins with guoshen_ and ends with a check of six characters, so that tools that look for secrets know it; should it leak, revoke it at once. The cookie of the pages has no effect here, and pages of other sites cannot call these addresses.'],
    ['Idempotency-Key', 'One of your own for each change, such as a UUID. If the line breaks and you do not know whether it was done, send it again under the same key: it is done once, and the answer is the same. The same key with other contents is answered 409.'],
    ['Limits', 'Exactly those of the pages, per person and not per token. Too fast is answered 429, with the seconds to wait in Retry-After.'],
    ['Errors', 'application/problem+json. Where something in the body is not so, 422, and errors give pointer (such as #/events/2/at), code and a sentence, in Chinese or English after Accept-Language.'],
    ['Your own', 'GET /api/v1/me says whose token this is and what it may do; GET /api/v1/me/cases lists your cases, also those that are not public. Both need the scope read, and nobody keeps the answers.'],
  ],
}
