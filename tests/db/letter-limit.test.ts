import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForLetter, rememberPerson } from '@/app/letter-limit'
import { answerOwn, type OwnRequest } from '@/app/request'

const before = process.env.AUTH_SECRET
beforeAll(() => { process.env.AUTH_SECRET = 'a secret that is only used in tests' })
afterAll(() => {
  if (before === undefined) delete process.env.AUTH_SECRET
  else process.env.AUTH_SECRET = before
})

/** A browser with its cookies. */
function browser(cookies = new Map<string, string>()) {
  const own: OwnRequest = {
    headers: new Headers(), afterwards: [],
    cookies: {
      get: name => (cookies.has(name) ? { value: cookies.get(name)! } : undefined),
      set: (name, value) => { cookies.set(name, value) },
    },
  }
  return {
    cookies,
    entersAs: (personId: number) => answerOwn(own, () => rememberPerson(personId)),
    /** Whether so many letters in a row are sent to this address. */
    asks: async (times: number, address: string, from: string, ownerId: number | null = 7) => {
      const answers: boolean[] = []
      for (let n = 0; n < times; n++) answers.push(await answerOwn(own, () => askForLetter(address, from, ownerId)) === null)
      return answers
    },
  }
}

test('whoever was signed in once elsewhere uses up what he has there, and not what the owner has at his own browser', async () => {
  const [owner, once] = [browser(), browser()]
  await owner.entersAs(7)
  await once.entersAs(7)
  // Three as one who is known, and then as a stranger, of whom there are six an hour.
  expect(await once.asks(7, 'lin@example.com', '203.0.113.1')).toEqual([true, true, true, true, true, true, false])
  expect(await browser().asks(4, 'lin@example.com', '203.0.113.2')).toEqual([true, true, true, false])
  expect(await browser().asks(1, 'lin@example.com', '203.0.113.3')).toEqual([false])
  expect(await owner.asks(4, 'lin@example.com', '198.51.100.1')).toEqual([true, true, true, false])
})

test('a browser is the same one whoever signs in there, also from a copy of its cookie, and another’s letters are a stranger’s', async () => {
  const once = browser()
  await once.entersAs(8)
  const copy = browser(new Map(once.cookies))
  expect(await once.asks(3, 'mei@example.com', '203.0.113.11', 8)).toEqual([true, true, true])
  for (const it of [once, copy]) await it.entersAs(9)
  // Three more as a stranger, and no more for having signed in as somebody else.
  expect(await once.asks(4, 'mei@example.com', '203.0.113.11', 8)).toEqual([true, true, true, false])
  expect(await copy.asks(1, 'mei@example.com', '203.0.113.11', 8)).toEqual([false])
  expect(await once.asks(4, 'bo@example.com', '203.0.113.12', 10)).toEqual([true, true, true, false])
})

test('of many browsers prepared while one was signed in, no more than 30 letters a day come beside those of strangers', async () => {
  const prepared = await Promise.all(Array.from({ length: 12 }, async () => {
    const it = browser()
    await it.entersAs(11)
    return it
  }))
  let sent = 0
  for (const it of prepared) sent += (await it.asks(4, 'an@example.com', '203.0.113.21', 11)).filter(Boolean).length
  expect(sent).toBe(33)
})
