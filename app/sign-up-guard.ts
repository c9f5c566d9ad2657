import { createHash, createHmac, randomInt } from 'node:crypto'
import { createChallenge, extractParams, verifySolution } from 'altcha-lib'
import type { Problem } from '@/domain/case/problem'
import { answerInDigits, signUpQuestion } from '@/domain/people/sign-up-question'
import { seal, unseal } from '@/db/people/sealed'
import { giveBack, useUp } from './limits'
import { settings } from './settings'

// What keeps programs from signing up by the thousand: a field that people do not see, a moment that people need, and some
// work for the browser, or a question where it runs no script (docs/decisions/0029-who-signs-up.md). A form is its own
// instant, sealed: nothing is stored before somebody has signed up with it.

/** A form is good for so long (milliseconds). */
export const formLifetime = 2 * 3_600_000
/** Nobody reads the page and fills in two fields sooner. */
const quickest = 3_000

export type Guard = {
  /** When the form was made, and its question, sealed. */
  opened: string
  /** The work, as ALTCHA writes it (version 1). */
  work: string
  /** Where the script is that does it. */
  solver: string
  /** The form is taken after so many milliseconds. */
  after: number
  question: { first: number; second: number }
}
type Given = { website: string; opened: string; altcha: string; minutes: string }
export type Passed = { /** To be used up with the sign-up. */ opened: string; asked: boolean }

/** What a new form under this key brings along; null where nothing is asked. `problems`: those it comes back with. */
export async function newGuard(key: string, problems: Problem[], now: number): Promise<Guard | null> {
  const { SIGN_UP_WORK: maxnumber } = settings()
  if (maxnumber === 0) return null
  // A second press is taken, however soon it comes.
  const after = problems.length > 0 ? 0 : quickest
  const question = signUpQuestion(randomInt)
  const opened = seal(JSON.stringify([now, now + after, question.minutes]), useOf(key))
  const expires = new Date(now + formLifetime)
  const work = await createChallenge({ algorithm: 'SHA-256', maxnumber, hmacKey: workKey(), expires, params: { form: nameOf(opened) } })
  return { opened, work: JSON.stringify(work), solver: process.env.SOLVER_SCRIPT ?? '', after, question }
}

/** Whether the form under this key may sign somebody up; what is wrong is said, and another press mends it. */
export async function passGuard(
  { website, opened, altcha, minutes }: Given, { key, address, now }: { key: string; address: string; now: number },
): Promise<Passed | { problems: Problem[] } | { refused: { limited: number } } | null> {
  if (settings().SIGN_UP_WORK === 0) return null
  if (website !== '') return wrong('website', 'sign_up_trap')
  const [madeAt, earliest, sum] = readOpened(opened, key)
  if (!(madeAt <= now && now - madeAt < formLifetime)) return wrong('name', 'sign_up_expired')
  if (now < earliest) return wrong('name', 'sign_up_quick')
  if (altcha !== '' && await isDone(altcha, opened)) return { opened, asked: false }
  if (minutes.trim() === '') return wrong('minutes', 'sign_up_answer_missing')
  // Counted before it is looked at, or whoever guesses would be told which guess was right.
  const wait = await useUp('sign_up_answer', address)
  if (wait) return { refused: { limited: wait } }
  if (answerInDigits(minutes) !== sum) return wrong('minutes', 'sign_up_answer_wrong')
  await giveBack('sign_up_answer', address)
  return { opened, asked: true }
}

function wrong(path: string, code: string): { problems: Problem[] } {
  return { problems: [{ path, code }] }
}

async function isDone(altcha: string, opened: string): Promise<boolean> {
  if (altcha.length > 2_000) return false
  try {
    return await verifySolution(altcha, workKey()) && extractParams(altcha).form === nameOf(opened)
  } catch {
    // Base64 of something else.
    return false
  }
}

function readOpened(opened: string, key: string): [madeAt: number, earliest: number, sum: number] {
  const text = opened.length > 400 ? null : unseal(opened, useOf(key))
  return text === null ? [Number.NaN, 0, 0] : JSON.parse(text)
}

const useOf = (key: string) => `sign-up:${key}`

function nameOf(opened: string): string {
  return createHash('sha256').update(opened).digest('hex').slice(0, 16)
}

function workKey(): string {
  return createHmac('sha256', process.env.AUTH_SECRET ?? '').update('guoshen sign-up work').digest('hex')
}
