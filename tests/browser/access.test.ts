import type axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { languageTag, languages, pathIn } from '@/messages/languages'
import type { Persona } from '../app/permission-table'
import { desk, phone, useBrowser } from '../support/browser'
import { pageVisits, settle, type Cast } from '../support/cast'
import { faultsOf } from '../support/page-faults'
import { useSite } from '../support/server'
import { lendCookies } from '../support/watch'

// Every page, in both languages, on a phone and at a desk, by day and by night, as everybody who finds something of his
// own on it: no serious or critical fault of axe, and what axe does not measure. The demonstration has charts.
const site = useSite({ STARTING_DATA: 'on', DEMONSTRATION: 'on' })
const browser = useBrowser()
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let cast: Cast

beforeAll(async () => { cast = await settle(site.url) }, 120_000)

// Pages that look otherwise when an address says more.
const further: Record<string, { at: string; as: Persona }> = {
  'the form of a certification': { at: '/cases/new?process=certification', as: 'guest' },
  'the form of a filing': { at: '/cases/new?process=filing', as: 'author' },
  'a case like another': { at: '/cases/new?like=CASE', as: 'guest' },
  'a search without answer': { at: '/search?q=什么也没有', as: 'guest' },
  'a filtered list': { at: '/cases?process=filing&reason=name_generic', as: 'guest' },
  'figures of a few': { at: '/stats/durations?process=code_review&layer=thread', as: 'guest' },
  'figures of filings': { at: '/stats/durations?process=filing', as: 'guest' },
  'a thread by agreement': { at: '/cases/CASE?sort=most_agreed', as: 'member' },
  'a person to be suspended': { at: '/admin/people?name=%E8%B7%AF%E4%BA%BA%E7%94%B2', as: 'admin' },
  'the log of one act': { at: '/moderation?act=tag', as: 'guest' },
}

const visits = [
  ...pageVisits,
  ['/me', 'suspended', '/me'] as const,
  ...Object.entries(further).map(([name, { at, as }]) => [name, as, at] as const),
]

// Were the measures blind, everything below would pass.
test('the measures see a page that is too wide, too pale, too small and badly headed', async () => {
  const page = await openAs('guest', '/nowhere')
  await page.evaluate(() => {
    document.documentElement.lang = 'fr'
    const bad = '<h1>1</h1><h4>4</h4><button class="low">go</button><img src="/icon.svg">'
      + '<p class="pale">pale</p><p class="tiny">tiny</p><p class="wide">wide</p>'
    document.querySelector('main')!.insertAdjacentHTML('beforeend', bad)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.pale { color: #ccc } .low { min-height: 0; height: 20px }'
      + '.tiny { font-size: 9px } .wide { width: 2000px }')
    document.adoptedStyleSheets.push(sheet)
  })
  const found = [...await faultsOf(page, languageTag.zh), ...await axeFaults(page, {})].join('\n')
  const parts = ['is fr', 'px wider than', '2 h1', 'h4 after h1', '×20 to press', '9.0 px high', 'color-contrast', 'image-alt']
  expect(parts.filter(part => !found.includes(part))).toEqual([])
  await page.context().close()
})

describe.each(languages)('%s', lang => {
  test.each(visits)('%s as %s', async (_, as, at) => {
    const page = await openAs(as, pathIn(lang, cast.at(at)))
    const measure = async (where: string) => (await faultsOf(page, languageTag[lang])).map(fault => `${where}: ${fault}`)
    const found = [...await measure('phone'), ...await narrow(page)]
    await page.setViewportSize(desk.viewport)
    found.push(...await measure('desk'))
    await page.evaluate(() => document.querySelectorAll('details').forEach(it => { it.open = true }))
    found.push(...await measure('desk, unfolded'))
    await page.setViewportSize(phone.viewport)
    found.push(...await measure('phone, unfolded'))
    // What axe asks of a page its words do not change, and by night only colours do: in Chinese it looks at a phone,
    // in English at a desk.
    if (lang === 'en') await page.setViewportSize(desk.viewport)
    found.push(...await axeFaults(page, {}), ...await nightly(page))
    expect(found.join('\n')).toBe('')
    await page.context().close()
  })
})

describe('by keyboard', () => {
  test('the first stop of every page leads past its head', async () => {
    for (const path of ['/', '/cases', '/en/stats', cast.at('/cases/CASE')]) {
      const page = await openAs('guest', path)
      await page.keyboard.press('Tab')
      const link = page.locator(':focus')
      expect(await link.getAttribute('href')).toBe('#content')
      expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(24)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true)
      await page.context().close()
    }
  })

  test('j goes to the next reply and k back, with the real focus; a text being typed keeps its letters', async () => {
    const page = await openAs('member', cast.at('/cases/CASE'))
    const at = () => page.evaluate(() =>
      [...document.querySelectorAll('article[data-reply]')].indexOf(document.activeElement!))
    const stops: number[] = []
    for (const key of ['j', 'j', 'j', 'k', 'k', 'k']) {
      await page.keyboard.press(key)
      stops.push(await at())
    }
    expect(stops).toEqual([0, 1, 2, 1, 0, 0])
    await page.locator('#words').focus()
    await page.keyboard.type('jk')
    expect(await page.locator('#words').inputValue()).toBe('jk')
    await page.context().close()
  })

  test('whatever has the focus has a ring of 3 px', async () => {
    const page = await openAs('guest', '/cases')
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab')
      const ring = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
        return `${outlineStyle} ${outlineWidth}`
      })
      expect(ring).toBe('solid 3px')
    }
    await page.context().close()
  })
})

test('who asks for less motion gets none', async () => {
  for (const path of ['/', '/stats', cast.at('/cases/CASE')]) {
    const page = await openAs('guest', path, { reducedMotion: 'reduce' })
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter(it => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(it)
      return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
    }).map(it => it.tagName))
    expect(moving).toEqual([])
    await page.context().close()
  }
})

async function openAs(as: Persona, path: string, options: Parameters<typeof browser.open>[0] = {}): Promise<Page> {
  const context: BrowserContext = await browser.open({ ...phone, ...options })
  await lendCookies(context, cast.people[as], site.url)
  const page = await context.newPage()
  await page.goto(site.url + path)
  await page.evaluate(axeSource)
  return page
}

// By night only the colours change.
async function nightly(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await axeFaults(page, { runOnly: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  return found.map(fault => `by night: ${fault}`)
}

async function narrow(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.setViewportSize(phone.viewport)
  return over > 0 ? [`${over} px too wide at 320`] : []
}

async function axeFaults(page: Page, options: axe.RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    given => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'], ...given }),
    options,
  )
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(node => `${id} ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`))
}
