import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The machine's own Chromium, started before the tests of a file and ended afterwards; each context is a stranger. */
export function useBrowser(): { open: (options?: BrowserContextOptions) => Promise<BrowserContext> } {
  let browser: Browser | undefined
  beforeAll(async () => {
    const executablePath = places.find(place => place && existsSync(place))
    if (!executablePath) throw new Error('No Chromium was found; name one in CHROMIUM_PATH.')
    browser = await chromium.launch({
      executablePath,
      args: [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    })
  })
  afterAll(() => browser?.close())
  return { open: options => browser!.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options }) }
}

/** A phone and a desk, as the design is drawn for them. */
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const
export const desk = { viewport: { width: 1280, height: 900 } } as const
