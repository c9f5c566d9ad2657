import { randomBytes } from 'node:crypto'
import { Visitor } from './visitor'

/** A form key as a page would make it. */
export function newKey(): string {
  return randomBytes(16).toString('base64url')
}

export const password = '山高水长又一年，等一个电话'

/** Somebody new, signed up and signed in. */
export async function signUp(site: string, name: string, headers: Record<string, string> = {}): Promise<Visitor> {
  const visitor = new Visitor(site, headers)
  const page = await visitor.post('/do/sign-up', { ...formOn('/sign-up'), name, password, then: '/', via: '' })
  if (page.status !== 200 || page.url.includes('sign-up')) throw new Error(`${name} could not sign up: ${page.status} ${page.url}`)
  return visitor
}

/** The same person at another browser. */
export async function signIn(site: string, name: string): Promise<Visitor> {
  const visitor = new Visitor(site)
  const page = await visitor.post('/do/sign-in', { ...formOn('/sign-in'), name, password, then: '/' })
  if (page.status !== 200 || page.url.includes('sign-in')) throw new Error(`${name} could not sign in: ${page.status} ${page.url}`)
  return visitor
}

/** The hidden fields of a form that stands on a page. */
export function formOn(back: string): { key: string; lang: string; back: string } {
  return { key: newKey(), lang: 'zh', back }
}

/** A whole case in three steps: paid on 9 November 2026, called within half an hour, approved half an hour later. */
export const threeSteps = {
  process: 'certification', subject: 'personal', program_age: 'existing', kind: 'mini_program', category: 'tool',
  name_pattern: 'coined', proof_demanded: 'none',
  'events.0.type': 'paid', 'events.0.when_kind': 'day', 'events.0.when_date': '2026-11-09',
  'events.1.type': 'called', 'events.1.when_kind': 'after', 'events.1.wait_most': '30', 'events.1.wait_unit': 'minute',
  'events.2.type': 'approved', 'events.2.when_kind': 'after', 'events.2.wait_least': '15', 'events.2.wait_most': '45', 'events.2.wait_unit': 'minute',
}

/** Reports a case; answers its id. */
export async function report(visitor: Visitor, fields: Record<string, string> = {}): Promise<number> {
  const there = await visitor.press('/do/report-case', { ...formOn('/cases/new?process=certification'), ...threeSteps, ...fields })
  const id = /\/cases\/(\d+)/.exec(there)?.[1]
  if (!id) throw new Error(`No case was made: ${there}`)
  return Number(id)
}

/** Keeps the figure of all outcomes as it stands; answers its name in its address. */
export async function keepOutcomes(visitor: Visitor): Promise<string> {
  const there = await visitor.press('/do/keep-figure', { ...formOn('/stats/outcomes'), kind: 'outcomes', question: '' })
  const ref = /\/data\/figures\/(\w+)/.exec(there)?.[1]
  if (!ref) throw new Error(`No figure was kept: ${there}`)
  return ref
}
