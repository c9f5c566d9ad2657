import type { jsonFaults as zhFaults, tokenAnswers as zh } from '../zh/api-problems'

export const tokenAnswers: typeof zh = {
  token_missing: { title: 'No token', detail: 'A token has to come along as Authorization: Bearer. Being signed in to the pages does not count.' },
  token_invalid: { title: 'The token is not valid', detail: 'There is no such token, or it has ended, was revoked, or its account is closed.' },
  scope_missing: { title: 'The token lacks this scope', detail: 'Make another token with this scope. Only moderators’ tokens moderate.' },
  not_allowed: { title: 'This may not be done', detail: 'Its owner could not do this on the pages either.' },
  suspended: { title: 'The account is suspended', detail: 'While it is, none of its tokens work.' },
  silenced: { title: 'The account is silenced', detail: 'While it is, it publishes nothing, by token neither.' },
  awaiting: { title: 'The account waits to be let in', detail: 'It publishes once an administrator has let it in, by token neither before.' },
  key_missing: { title: 'No Idempotency-Key', detail: 'Each change needs an Idempotency-Key of your own: 8 to 255 visible ASCII characters, such as a UUID.' },
  key_reused: { title: 'This Idempotency-Key has been used', detail: 'It has done something else, or with other contents. Take a new one for another change.' },
  conflict: { title: 'It can no longer be written there', detail: 'Where it was to be written has just changed.' },
  body_type: { title: 'Not JSON', detail: 'Send the body as application/json, not compressed.' },
  body_too_large: { title: 'Too large', detail: 'A body has at most 512 kB.' },
  body_unreadable: { title: 'Cannot be read', detail: 'The body is no proper JSON; errors say what is wrong.' },
  unfit: { title: 'Something is not so', detail: 'errors say where and why, one by one. The checks are those of the forms.' },
  limited: { title: 'Too fast', detail: 'The limits are those of the pages. Wait for the seconds in Retry-After and send it again under the same Idempotency-Key.' },
  unavailable: { title: 'Away for a moment', detail: 'The database cannot be reached and nothing was stored. Send it again in some seconds, under the same Idempotency-Key.' },
}

export const jsonFaults: typeof zhFaults = {
  not_json: () => 'Not JSON, or not UTF-8.',
  too_deep: () => 'Brackets are nested too deeply.',
  said_twice: name => `“${name}” is given twice in one object.`,
  not_a_name: name => `“${name}” cannot be a name.`,
}
