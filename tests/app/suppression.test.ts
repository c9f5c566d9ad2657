import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '@/domain/api/endpoints'
import { keptKinds } from '@/domain/figures/kept'
import { useSite } from '../support/server'
import { newKey } from '../support/stories'
import { Visitor } from '../support/visitor'

const site = useSite()

// Everybody told one case, so that cases are people: 3 sole traders give themselves away to who knows the 42 and the 30 and
// 9 of the others, unless the 9 are hidden as well; 2 games hide behind 12 in education; 4 threads behind nothing.
const told: { subject: string; category: string; pattern: string; source: string; count: number }[] = [
  { subject: 'personal', category: 'tool', pattern: 'coined', source: 'own', count: 22 },
  { subject: 'personal', category: 'education', pattern: 'coined', source: 'own', count: 8 },
  { subject: 'company', category: 'tool', pattern: 'coined', source: 'own', count: 5 },
  { subject: 'company', category: 'education', pattern: 'region', source: 'own', count: 4 },
  { subject: 'sole_trader', category: 'tool', pattern: 'coined', source: 'own', count: 1 },
  { subject: 'sole_trader', category: 'game', pattern: 'coined', source: 'own', count: 2 },
  { subject: 'personal', category: 'tool', pattern: 'coined', source: 'thread', count: 4 },
]
const dims = ['subject', 'category', 'pattern'] as const
type Filter = Partial<Record<(typeof dims)[number] | 'layer', string>>
const subjects = ['personal', 'company', 'sole_trader']
const categories = ['tool', 'education', 'game']
const filters: Filter[] = [undefined, 'thread', 'all'].flatMap(layer =>
  [undefined, ...subjects].flatMap(subject => [undefined, ...categories].flatMap(category => [undefined, 'coined', 'region'].map(pattern =>
    ({ ...(layer && { layer }), ...(subject && { subject }), ...(category && { category }), ...(pattern && { pattern }) })))))
  .filter(filter => Object.keys(filter).length < 3)

/** How many people tell of themselves under a filter. */
const peopleOf = ({ layer = 'own', ...traits }: Filter) => told
  .filter(it => layer === 'all' || it.source === layer)
  .filter(it => Object.entries(traits).every(([name, value]) => it[name as 'subject'] === value))
  .reduce((sum, { count }) => sum + count, 0)

beforeAll(async () => {
  const file = join(site.folder, 'planted.ndjson')
  writeFileSync(file, told.flatMap(line => Array.from({ length: line.count }, (_, n) => caseOf(line, n))).join(''))
  expect((await site.run('import', file)).code).toBe(0)
})

// Everything a figure can say of waits, ends, rounds, names and proofs is in every case.
function caseOf({ subject, category, pattern, source }: (typeof told)[number], n: number): string {
  const ref = `${subject}-${category}-${pattern}-${source}-${n}`
  const day = `2025-${String(3 + n % 4).padStart(2, '0')}-${String(10 + n % 9).padStart(2, '0')}`
  return `${JSON.stringify({
    ref, account: ref, process: 'certification', subject, program_age: 'new', kind: 'mini_program', category,
    name_pattern: [pattern], proof_demanded: ['software_copyright'], software_copyright: 'none', source,
    name_verdict: 'must_change', name_change: 'new_coined', passed_elsewhere: 'filing', orders_paid: 1, fee_yuan: 30,
    events: [
      { type: 'paid', at: [`${day}T09:00+08:00`, `${day}T09:00+08:00`] },
      { type: 'called', since_previous_minutes: [10 + n, 10 + n] },
      { type: 'sent_back', since_previous_minutes: [30 + n, 30 + n], reasons: ['name_generic'] },
      { type: 'submitted', since_previous_minutes: [60 + n, 60 + n] },
      { type: 'called', since_previous_minutes: [20 + n, 20 + n] },
      { type: 'approved', since_previous_minutes: [15 + n, 15 + n] },
    ],
  })}\n`
}

/** Every question of the API that can be narrowed, with what it needs besides. */
const questions = Object.values(endpoints).flatMap(({ path, parameters }): string[] => {
  if (!path.startsWith('/stats/') || path.includes('{') || !('subject' in parameters)) return []
  if (path === '/stats/durations') return ['first_call', 'decision', 'total'].map(stage => `${path}?stage=${stage}`).concat(`${path}?clock=working`, `${path}?cohort=all`)
  if (path === '/stats/estimate') return [`${path}?waited=5&unit=minute`]
  if (path === '/stats/comparison') return [`${path}?by=category`]
  return [path]
})

type Answer = { suppressed: string | null; n: number; text: string }

async function ask(question: string, filter: Filter): Promise<Answer[]> {
  const address = new URL(`${site.url}/api/v1${question}`)
  for (const [name, value] of Object.entries(filter)) address.searchParams.set(name, value)
  const response = await fetch(address)
  const text = await response.text()
  expect([String(address), response.status, text.slice(0, 200)]).toEqual([String(address), 200, text.slice(0, 200)])
  const answer = JSON.parse(text)
  const figures = question.startsWith('/stats/robustness') ? [answer.wait, answer.outcome] : question.startsWith('/stats/comparison') ? answer.groups : [answer]
  return figures.map((it: Answer) => ({ suppressed: it.suppressed, n: it.n, text: JSON.stringify(it) }))
}

const isSilent = ({ suppressed }: Answer) => suppressed === 'few_accounts' || suppressed === 'complement'
const keyOf = (filter: Filter) => JSON.stringify(Object.entries(filter).sort())

describe('No answer tells of fewer than 5 people', () => {
  const said = new Map<string, Answer[]>()
  const answerTo = (question: string, filter: Filter) => said.get(`${question} ${keyOf(filter)}`)!

  test('whatever is asked', async () => {
    expect(questions.length).toBeGreaterThan(14)
    for (const question of questions) {
      // What two groups differ in narrows neither.
      for (const filter of filters.filter(it => !question.includes('by=category') || it.category === undefined)) {
        const answers = await ask(question, filter)
        said.set(`${question} ${keyOf(filter)}`, answers)
        if (peopleOf(filter) < 5) {
          expect([question, filter, answers.map(({ suppressed }) => suppressed).filter(reason => reason !== 'few_accounts' && reason !== 'complement')])
            .toEqual([question, filter, []])
        }
      }
    }
  }, 600_000)

  test('nor does one taken from a wider one', () => {
    const telling: unknown[] = []
    for (const question of questions.filter(it => !it.startsWith('/stats/comparison'))) {
      for (const filter of filters) {
        for (const dim of dims.filter(it => filter[it] !== undefined)) {
          const { [dim]: _, ...wider } = filter
          const [all, some] = [answerTo(question, wider), answerTo(question, filter)]
          const rest = peopleOf(wider) - peopleOf(filter)
          if (rest > 0 && rest < 5 && all.some((it, i) => !isSilent(it) && !isSilent(some[i]!))) telling.push([question, wider, filter, rest])
        }
      }
    }
    expect(telling).toEqual([])
  })

  test('nor do all those beside it', () => {
    const telling: unknown[] = []
    for (const question of questions.filter(it => !it.startsWith('/stats/comparison'))) {
      for (const filter of filters.filter(it => Object.keys(it).length < 2)) {
        for (const [dim, values] of [['subject', subjects], ['category', categories], ['layer', ['own', 'thread']]] as const) {
          if (filter[dim] !== undefined && !(dim === 'layer' && filter.layer === 'all')) continue
          if (dim === 'layer' && filter.layer !== 'all') continue
          answerTo(question, filter).forEach((whole, i) => {
            if (isSilent(whole)) return
            const lines = values.map(value => ({ ...filter, [dim]: value })).filter(it => peopleOf(it) > 0)
            const known = lines.map(it => said.get(`${question} ${keyOf(it.layer === 'own' ? withoutLayer(it) : it)}`)?.[i])
            const hidden = lines.filter((_, k) => !known[k] || isSilent(known[k]))
            const people = hidden.reduce((sum, it) => sum + peopleOf(it), 0)
            if (people > 0 && people < 5) telling.push([question, filter, dim, people])
          })
        }
      }
    }
    expect(telling).toEqual([])
  })

  test('nor does a comparison of what is silent by itself', async () => {
    const telling: unknown[] = []
    for (const filter of filters.filter(it => it.category === undefined)) {
      const address = new URL(`${site.url}/api/v1/stats/comparison?by=category`)
      for (const [name, value] of Object.entries(filter)) address.searchParams.set(name, value)
      const { stage, groups } = await (await fetch(address)).json() as { stage: string; groups: (Answer & { code: string })[] }
      for (const group of groups.filter(it => !isSilent(it))) {
        const [alone] = await ask(`/stats/durations?stage=${stage}`, { ...filter, category: group.code })
        if (isSilent(alone!)) telling.push([filter, group.code])
      }
    }
    expect(telling).toEqual([])
  })

  test('though enough is said: the 42, the 30 of persons, and the 28 tools', () => {
    for (const filter of [{}, { subject: 'personal' }, { category: 'tool' }] as Filter[]) {
      expect(answerTo('/stats/durations?stage=total', filter)[0]).toMatchObject({ n: peopleOf(filter), suppressed: null })
    }
  })
})

describe('What is silent in the API', () => {
  const silent: [string, Filter][] = [
    ['few', { subject: 'sole_trader' }], ['covering the few', { subject: 'company' }], ['with its few threads', { layer: 'all' }],
  ]
  const search = (filter: Filter) => new URLSearchParams(filter as Record<string, string>).toString()

  test.each(silent)('is drawn on no page and in no picture: %s', async (_, filter) => {
    for (const page of ['durations', 'outcomes', 'names', 'software-copyright', 'trend']) {
      for (const lang of ['', '/en']) {
        const html = await (await fetch(`${site.url}${lang}/stats/${page}?${search(filter)}`)).text()
        const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
        // A chart, and a share in words; the caveats speak of 95 %.
        expect([page, filter, /<figure/.test(main), main.replaceAll(/<[^>]*>/g, ' ').match(/\d+ ?%/g)?.filter(it => !it.startsWith('95')) ?? []])
          .toEqual([page, filter, false, []])
      }
      const svg = await (await fetch(`${site.url}/charts/${page}.svg?${search(filter)}`)).text()
      expect([page, filter, /\d ?%|fill-opacity/.test(svg.replaceAll(/="[^"]*"/g, ''))]).toEqual([page, filter, false])
    }
  }, 120_000)

  test.each(silent)('has no rows to download and cannot be kept: %s', async (_, filter) => {
    const rows = await (await fetch(`${site.url}/api/v1/stats/durations/rows.csv?${search(filter)}`)).text()
    expect(rows.trim().split('\n')).toHaveLength(1)
    for (const kind of keptKinds) {
      // Two groups of a subject are narrowed by it; set side by side it would narrow neither.
      const question = kind === 'comparison' ? `by=category&${search(filter)}` : search(filter)
      const kept = await new Visitor(site.url).post('/do/keep-figure', {
        key: newKey(), lang: 'zh', back: '/stats/durations', kind, question,
      })
      expect([kind, kept.url.includes('/data/figures/')]).toEqual([kind, false])
    }
  })
})

const withoutLayer = ({ layer: _, ...rest }: Filter): Filter => rest
