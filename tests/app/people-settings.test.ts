import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startSite } from '../support/server'
import { hiddenFields, Visitor } from '../support/visitor'

const password = 'three winters of waiting'

test('over https the cookie is bound to this host and never travels in the clear', async () => {
  const secure = await startSite({ SITE_URL: 'https://guoshen.example' })
  try {
    const lin = new Visitor(secure.url)
    const page = await lin.open('/sign-up')
    const answer = await lin.send('/do/sign-up', {
      method: 'POST',
      headers: { origin: 'https://guoshen.example' },
      body: new URLSearchParams({ ...hiddenFields(page, '/do/sign-up'), name: '林小满', password }),
    })
    expect(answer.status).toBe(303)
    const cookie = answer.headers.getSetCookie().find(line => line.startsWith('__Host-guoshen-session='))
    for (const part of [/; *Secure/i, /; *HttpOnly/i, /; *SameSite=Lax/i, /; *Path=\/(;|$)/i]) expect(cookie).toMatch(part)
    expect(cookie).not.toMatch(/; *Domain/i)
  } finally {
    await secure.stop()
  }
})

test('one address tries 5 passwords in a minute, the 6th waits; 3 accounts an hour, the 4th waits, and misspelt ones do not count', async () => {
  const limited = await startSite({ RATE_LIMITS: 'on' })
  try {
    const guest = new Visitor(limited.url)
    const attempt = async () => {
      await asByHand()
      return (await guest.submit(await guest.open('/sign-in'), '/do/sign-in', { name: '林小满', password: 'guess after guess' })).status
    }
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) statuses.push(await attempt())
    expect(statuses).toEqual([...Array<number>(5).fill(200), 429])
    const join = async (name: string) => {
      await asByHand()
      const eve = new Visitor(limited.url)
      return (await eve.submit(await eve.open('/sign-up?then=/me'), '/do/sign-up', { name, password })).status
    }
    for (let n = 0; n < 5; n++) expect(await join('x')).toBe(200)
    expect([await join('甲甲'), await join('乙乙'), await join('丙丙'), await join('丁丁')]).toEqual([200, 200, 200, 429])
  } finally {
    await limited.stop()
  }
})

// Faster than 20 pages in a second the door would refuse first.
const asByHand = () => sleep(250)
