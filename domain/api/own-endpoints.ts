import type { Endpoint } from './endpoints'
import { meAnswerSchema, ownCaseListSchema } from './me-answer'
import { pageParameters } from './parameters'

/** What programs may ask about whoever's token they bring. */
export const ownEndpoints = {
  me: {
    path: '/me',
    summary: 'Whose token this is, and what it may do.',
    parameters: {},
    answer: { name: 'Me', schema: meAnswerSchema },
    scope: 'read',
  },
  myCases: {
    path: '/me/cases',
    summary: 'One’s own cases in every state, newest first.',
    parameters: { after: pageParameters.after, limit: pageParameters.limit },
    answer: { name: 'OwnCaseList', schema: ownCaseListSchema },
    scope: 'read',
  },
} as const satisfies Record<string, Endpoint>
