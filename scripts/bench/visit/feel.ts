import { chromium, type Page } from 'playwright-core'
// @ts-expect-error plain JavaScript, since it also runs before anything is installed
import { findChromium } from '../../chromium.mjs'

// As Chromium's own tools call it: 1.6 megabits a second, less a tenth, and 150 ms there and back, which to a page feel like
// 3.75 times as many.
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 1.6e6 * 0.9 / 8, uploadThroughput: 750e3 * 0.9 / 8, connectionType: 'cellular4g' } as const

type Felt = { lcp: number; cls: number; press: number }

/**
 * The first visit of a telephone to this address, the middle one of three: milliseconds until the largest thing stood there,
 * how far things moved, and milliseconds from a press (opening the first fold, typing a sign) to what is seen of it.
 */
export async function feel(address: string): Promise<Felt> {
  const visits: Felt[] = []
  for (let n = 0; n < 3; n++) visits.push(await visit(address))
  const middle = (of: keyof Felt) => visits.map(it => it[of]).sort((a, b) => a - b)[1]!
  return { lcp: middle('lcp'), cls: middle('cls'), press: middle('press') }
}

async function visit(address: string): Promise<Felt> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium was found; name one in CHROMIUM_PATH.')
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' })
    const tools = await page.context().newCDPSession(page)
    await tools.send('Network.enable')
    await tools.send('Network.emulateNetworkConditions', slow4G)
    await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    // tsx wraps functions in a call of this name, which a page does not know.
    await page.addInitScript('globalThis.__name = it => it')
    await page.addInitScript(watch)
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForTimeout(1_000)
    const { lcp } = await felt(page)
    await press(page)
    return { ...await felt(page), lcp }
  } finally {
    await browser.close()
  }
}

async function press(page: Page): Promise<void> {
  const fold = page.locator('main summary:visible').first()
  if (await fold.count() > 0) await fold.click()
  const field = page.locator('main :is(textarea, input[type="text"], input[type="search"]):visible').first()
  if (await field.count() > 0) await field.pressSequentially('abc', { delay: 100 })
  await page.waitForTimeout(500)
}

function felt(page: Page): Promise<Felt> {
  return page.evaluate(() => (window as unknown as { felt: Felt }).felt)
}

// Runs in the page, before anything of its own.
function watch(): void {
  const felt = { lcp: 0, cls: 0, press: 0 }
  Object.assign(window, { felt })
  const observe = (type: string, take: (entry: PerformanceEntry & { value: number; hadRecentInput: boolean }) => void, more = {}) => {
    new PerformanceObserver(list => list.getEntries().forEach(it => take(it as never))).observe({ type, buffered: true, ...more })
  }
  observe('largest-contentful-paint', it => { felt.lcp = it.startTime })
  observe('layout-shift', it => { if (!it.hadRecentInput) felt.cls += it.value })
  observe('event', it => { felt.press = Math.max(felt.press, it.duration) }, { durationThreshold: 16 })
}
