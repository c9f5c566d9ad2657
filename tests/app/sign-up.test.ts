import { solveChallenge } from 'altcha-lib'
import { describe, expect, test } from 'vitest'
import { ask } from '../support/ask'
import { useSite } from '../support/server'
import { password } from '../support/stories'
import { hiddenFields, Visitor, type Page } from '../support/visitor'

// What a sign-up asks of a browser, with hardly any work in it. That it is on where nobody says otherwise: settings.test.ts.
const site = useSite({ SIGN_UP_WORK: '500' })

type Form = Record<string, string>
const formOf = (page: Page): Form => ({ ...hiddenFields(page, '/do/sign-up'), website: '', minutes: '', password })
const post = (visitor: Visitor, form: Form) => visitor.post('/do/sign-up', form)
const isIn = ({ url }: Page) => !url.includes('sign-up')
const open = async (path = '/sign-up') => {
  const visitor = new Visitor(site.url)
  return { visitor, page: await visitor.open(path) }
}

/** A form that was too quick already: whoever comes back with one need not wait. */
async function openAgain(name: string): Promise<{ visitor: Visitor; page: Page }> {
  const { visitor, page } = await open()
  const quick = await post(visitor, { ...formOf(page), name })
  expect(quick.html).toContain('填得太快')
  return { visitor, page: quick }
}

async function solved(page: Page): Promise<string> {
  const work = /data-work="([^"]+)"/.exec(page.html)![1]!.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const challenge = JSON.parse(work)
  const found = await solveChallenge(challenge.challenge, challenge.salt, challenge.algorithm, challenge.maxnumber).promise
  const { algorithm, salt, signature } = challenge
  return btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number: found!.number, salt, signature }))
}

function answerTo(page: Page): string {
  const [, first, second] = /付款后 (\d+) 分钟接到审核电话，又过了 (\d+) 分钟/.exec(page.html)!
  return String(Number(first) + Number(second))
}

const peopleNamed = async (name: string) => (await ask(site.databaseUrl, `select count(*) as n from people where name = '${name}'`))[0]

describe('a form filled in within a blink', () => {
  test('comes back with its name and a sentence, and is taken at the second press', async () => {
    const { visitor, page } = await openAgain('快手林')
    expect(page.html).toContain('value="快手林"')
    expect(isIn(await post(visitor, { ...formOf(page), name: '快手林', altcha: await solved(page) }))).toBe(true)
    expect(await peopleNamed('快手林')).toEqual({ n: 1 })
  })
})

describe('the work', () => {
  test('lets one person in, once: with it nobody else signs up, at the same time or later', async () => {
    const { visitor, page } = await openAgain('劳作一')
    const form = { ...formOf(page), altcha: await solved(page) }
    const names = ['劳作一', '劳作二', '劳作三', '劳作四', '劳作五']
    const pages = await Promise.all(names.map(name => post(visitor, { ...form, name })))
    expect(pages.filter(isIn)).toHaveLength(1)
    expect(pages.filter(it => it.html.includes('这张表开得太久，或者已经用过一次'))).toHaveLength(4)
    expect(isIn(await post(new Visitor(site.url), { ...form, name: '劳作六' }))).toBe(false)
  })

  test('sent twice, as by a double press, is one account and two sessions', async () => {
    const { visitor, page } = await openAgain('按两下')
    const form = { ...formOf(page), name: '按两下', altcha: await solved(page) }
    expect((await Promise.all([post(visitor, form), post(visitor, form)])).map(isIn)).toEqual([true, true])
    expect(await peopleNamed('按两下')).toEqual({ n: 1 })
  })

  test('counts for the form it was given with alone, and unchanged', async () => {
    const [one, two] = [await openAgain('别人的活'), await openAgain('自己的活')]
    const altcha = await solved(one.page)
    const refused = async (form: Form) => {
      const page = await post(two.visitor, { ...formOf(two.page), name: '自己的活', ...form })
      expect(isIn(page)).toBe(false)
    }
    await refused({ altcha })
    await refused({ altcha: btoa('{}') })
    await refused({ altcha: '不是' })
    await refused({ altcha: btoa(JSON.stringify({ ...JSON.parse(atob(altcha)), number: 0 })) })
    // With the other form's hidden fields under this form's key it is no better.
    await refused({ altcha, opened: formOf(one.page).opened! })
    expect(await peopleNamed('自己的活')).toEqual({ n: 0 })
  })
})

describe('without a script', () => {
  test('a question of the field lets somebody in; a wrong answer brings another question, none is asked for', async () => {
    const { visitor, page } = await openAgain('手算林')
    const empty = await post(visitor, { ...formOf(page), name: '手算林' })
    expect(empty.html).toContain('请回答这一题')
    const wrong = await post(visitor, { ...formOf(empty), name: '手算林', minutes: '1' })
    expect(wrong.html).toContain('这个数不对')
    expect(wrong.html).toContain('value="手算林"')
    expect(isIn(await post(visitor, { ...formOf(wrong), name: '手算林', minutes: `${answerTo(wrong)} 分钟` }))).toBe(true)
  })

  test('an answer serves once too', async () => {
    const { visitor, page } = await openAgain('再用一次')
    const form = { ...formOf(page), minutes: answerTo(page) }
    expect(isIn(await post(visitor, { ...form, name: '再用一次' }))).toBe(true)
    expect(isIn(await post(new Visitor(site.url), { ...form, name: '再用两次' }))).toBe(false)
    expect(await peopleNamed('再用两次')).toEqual({ n: 0 })
  })
})

test('whoever fills in the field that nobody sees is shown it, and is taken once it is empty', async () => {
  const { visitor, page } = await openAgain('自动填写')
  const trapped = await post(visitor, { ...formOf(page), name: '自动填写', website: 'https://example.com', minutes: answerTo(page) })
  expect(trapped.html).toContain('“这一格请留空”里有内容')
  expect(trapped.html).not.toMatch(/aria-hidden="true"[^>]*><[^>]*><label[^>]*for="website"/)
  expect(isIn(trapped)).toBe(false)
  expect(isIn(await post(visitor, { ...formOf(trapped), name: '自动填写', minutes: answerTo(trapped) }))).toBe(true)
})

test('a form that was never ours, or of which something is missing, signs nobody up', async () => {
  const { visitor, page } = await openAgain('残缺')
  for (const form of [{ opened: '' }, { opened: 'x'.repeat(300) }, { key: 'a'.repeat(22) }] as Form[]) {
    const answer = await post(visitor, { ...formOf(page), name: '残缺', minutes: answerTo(page), ...form })
    expect(answer.html).toContain('这张表开得太久')
  }
  expect(await peopleNamed('残缺')).toEqual({ n: 0 })
})
