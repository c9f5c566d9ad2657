// `npm run bench:visit`: what a first visit weighs and how long it takes on a slow telephone, and how many pages a second a
// person signed in is given. Fills a scratch database (SQLite), starts the built site on it, prints, and holds nothing.
import { feel } from './visit/feel'
import { pagesPerSecond } from './visit/pace'
import { openScratchSite } from './visit/scratch-site'
import { weigh } from './visit/weigh'

const seconds = 6

void bench()

async function bench(): Promise<void> {
  const site = await openScratchSite()
  try {
    const { url, busyCase, cookie } = site
    console.log('What a stranger’s browser loads, in bytes (gzip)          HTML    (br)   script    style')
    for (const path of ['/', '/cases', `/cases/${busyCase}`, '/stats', '/stats/durations', '/rules', '/method', '/search?q=%E8%BD%AF%E8%91%97']) {
      const { html, brotli, script, sheet } = await weigh(url, path)
      console.log(`  ${path.padEnd(52)}${columns(html, brotli, script, sheet)}`)
    }

    console.log(`\nThe case with ${site.replies} replies, ${seconds} s each, eight at once       pages/s   ms of 50 %   of 99 %`)
    // Whoever brings two cookies that could be her session's is given no page that is remembered.
    const asked = { 'a stranger': {}, 'signed in': { cookie }, 'signed in, made for her each time': { cookie: `${cookie}; guoshen-session-twice=1` } }
    for (const [who, headers] of Object.entries(asked)) {
      const { rate, middle, most } = await pagesPerSecond(`${url}/cases/${busyCase}`, headers, seconds)
      console.log(`  ${who.padEnd(52)}${columns(rate)}${columns(middle)}${columns(most)}`)
    }

    console.log('\nSlow 4G, processor four times slower, 390 × 844          LCP ms      CLS   ms of a press')
    for (const path of [`/cases/${busyCase}`, '/', '/stats/durations']) {
      const { lcp, cls, press } = await feel(url + path)
      console.log(`  ${path.padEnd(52)}${columns(lcp)}${cls.toFixed(3).padStart(9)}${columns(press)}`)
    }
  } finally {
    await site.close()
  }
}

function columns(...numbers: number[]): string {
  return numbers.map(it => (it < 10 ? it.toFixed(1) : String(Math.round(it))).padStart(9)).join('')
}
