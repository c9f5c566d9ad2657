import { beforeAll, describe, expect, test } from 'vitest'
import { reportCase } from '@/domain/case/report'
import { simulate } from '@/domain/simulation/simulate'
import { write } from '@/db/connection'
import { storeCase } from '@/db/cases/store'
import { fillEmptyDatabase } from '@/scripts/starting-data'
import { useSite } from '../support/server'
import { Visitor } from '../support/visitor'

const site = useSite()
const now = Date.now()

const pages = ['/stats', '/stats/durations', '/stats/outcomes', '/stats/names', '/stats/software-copyright']
const drawn = pages.slice(1)

// 9 cases of the thread, and 500 people's own from a simulator: too few there, enough here.
beforeAll(async () => {
  await fillEmptyDatabase(now)
  const own = simulate({ seed: 'figures', now, cases: 500 }).flatMap(({ draft, reportedAt, account }) => {
    const reported = reportCase({ ...draft, source: 'own' }, reportedAt)
    return reported.ok ? [{ case: reported.case, account: `person ${account}`, authorId: null, now: reportedAt }] : []
  })
  await write(async tx => {
    for (const it of own) await storeCase(tx, it)
  })
})

describe('the nine cases of the thread', () => {
  test('payment to call: 2 cases are 2 links, with what is missing and no number', async () => {
    const html = await open('/stats/durations?layer=thread')
    expect(textOf(html)).toContain('付款 → 接到电话：2 例上报，其中 1 例只知道大概时间，还说不出要多久。')
    expect(textOf(html)).toContain('得有 10 个人说得清这一段的时间，其中至少 5 例已有结果；说得清的现在有 1 个人。')
    expect(new Set(html.match(/href="\/cases\/[12]"/g))).toEqual(new Set(['href="/cases/1"', 'href="/cases/2"']))
    expect(html).not.toContain('<figure')
  })

  test('names: 5 of 6 told, 4/6 to rename and 2/6 to prove, whose layer is named, and no share', async () => {
    const text = textOf(await open('/stats/names?layer=thread'))
    expect(text).toContain('名称有了答复的 6 例里，5 例被要求改名或补证明；人太少，还不能当作比例。')
    expect(text).toContain('要求改名 4/6，要求证明 2/6')
    expect(text).toContain('1 例还没走到名称这一步')
    expect(text).toContain('只算从论坛旧帖整理的案例，每例各算一人')
    expect(text).not.toMatch(/\d%/)
  })

  test('software copyright: 3 say, 4 do not, and the 1 demand is not told apart', async () => {
    const text = textOf(await open('/stats/software-copyright?layer=thread'))
    expect(text).toContain('说了被要求什么证明的只有 3 例')
    expect(text).not.toMatch(/1\/3|\d%/)
  })
})

describe('every page of figures', () => {
  test('says in both languages, in the fixed words, that people report of their own accord', async () => {
    for (const page of pages) {
      expect(textOf(await open(page)), page).toContain('来自开发者自愿上报，不是官方统计；报得多的往往是特别顺或特别不顺的人。')
      expect(textOf(await open(`/en${page}`)), page).toContain('Reported by developers of their own accord, not official')
    }
  })

  test('never speaks of averages, p-values or survival', async () => {
    for (const page of [...pages, '/stats/outcomes?process=filing', '/stats/durations?process=filing&stage=bureau']) {
      expect(textOf(await open(page)), page).not.toMatch(/平均|均值|p 值|生存|存活/)
      expect(textOf(await open(`/en${page}`)), page).not.toMatch(/\baverage|\bmean\b|p-value|surviv/i)
    }
  })

  test('draws each finding twice, for desk and phone, in words for those who do not see, with a table behind', async () => {
    for (const page of drawn) {
      const html = await open(page)
      const figures = html.match(/<figure/g)?.length ?? 0
      expect(figures, page).toBeGreaterThan(0)
      expect(html.match(/<svg[^>]* role="img" aria-label="[^"]{10,}"/g), page).toHaveLength(2 * figures)
      expect(html.match(/<figure[\s\S]*?<\/figure>/g)!.filter(figure => /<details[\s\S]*<table/.test(figure)), page).toHaveLength(figures)
      expect(textOf(html), page).toMatch(/95% 区间/)
      expect(html, page).toContain('href="/data"')
    }
  })

  test('has 0 style attributes', async () => {
    for (const page of drawn) {
      const main = /<main[\s\S]*<\/main>/.exec(await open(page))![0]
      expect(main.match(/ style="/g), page).toBeNull()
    }
  })

  test('answers its own form: what was chosen is in the address, in the form and above the finding', async () => {
    const html = await open('/stats/names?process=filing&subject=personal&category=&pattern=&layer=all')
    expect(html).toMatch(/<option value="filing" selected=""/)
    expect(html).toMatch(/<option value="personal" selected=""/)
    expect(textOf(html)).toContain('小程序备案 · 个人 · 全部来源')
    expect(formsOf(html)).toContainEqual(expect.stringMatching(/action="\/stats\/names" method="get"/))
    expect(formsOf(await open('/en/stats/names'))).toContainEqual(expect.stringMatching(/action="\/en\/stats\/names" method="get"/))
  })

  test('says so when it is asked for what it does not know, and counts as if it had not been', async () => {
    const html = await open('/stats/outcomes?subject=martian')
    expect(textOf(html)).toContain('地址里有不认识的条件，已忽略。')
    expect(findingOf(html)).toBe(findingOf(await open('/stats/outcomes')))
    expect(textOf(await open('/stats/names?process=code_review'))).toContain('首次微信认证 · 本人经历')
  })
})

describe('layers', () => {
  test('are three links with their numbers of cases: 7 of the thread, and all are 7 more than people\'s own', async () => {
    const text = textOf(await open('/stats/durations'))
    const [, own, thread, all] = /本人经历 (\d+) 例 论坛整理 (\d+) 例 全部来源 (\d+) 例/.exec(text)!.map(Number)
    expect([thread, all! - own!]).toEqual([7, 7])
  })

  test('a stage of another process brings its process along', async () => {
    expect(textOf(await open('/stats/durations?stage=bureau'))).toContain('小程序备案 · 本人经历')
  })
})

async function open(path: string): Promise<string> {
  const page = await new Visitor(site.url).open(path)
  if (page.status !== 200) throw new Error(`${path} answers ${page.status}`)
  return page.html
}

function findingOf(html: string): string {
  return textOf(/<h1[\s\S]*?<\/h1>/.exec(html)![0])
}

function formsOf(html: string): string[] {
  return html.match(/<form[^>]*>/g) ?? []
}

/** What stands on a page to be read. */
function textOf(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>|<head[\s\S]*?<\/head>/g, '').replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?b>/g, '').replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, '\'').replace(/&quot;/g, '"').replace(/\s+/g, ' ')
}

test('each question of a page is answered at its top, in a line that leads to its drawing, and that leads back', async () => {
  const html = await open('/stats/outcomes')
  const answers = /<nav id="answers"[^]*?<\/nav>/.exec(html)![0]
  const asked = [...html.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id)
  expect(asked).toEqual(['months', 'rounds', 'orders', 'reasons', 'repairs'])
  for (const id of asked) expect(answers).toContain(`href="#${id}"`)
  expect(html.match(/href="#answers"/g)).toHaveLength(asked.length)
})
