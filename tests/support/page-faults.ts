import type { Page } from 'playwright-core'

/** What a reader could stumble over, measured in the page as it is displayed now. An empty list is a good page. */
export async function faultsOf(page: Page, lang: string): Promise<string[]> {
  return page.evaluate(measure, lang)
}

// Runs in the browser, so everything it needs stands inside.
function measure(lang: string): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.lang !== lang) faults.push(`the page says it is ${root.lang}`)
  const over = root.scrollWidth - innerWidth
  if (over > 0) faults.push(`${over} px wider than ${innerWidth}: ${widest()}`)

  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(it => !it.closest('.words'))
  const levels = headings.map(it => Number(it.tagName.slice(1)))
  if (levels.filter(level => level === 1).length !== 1) faults.push(`${levels.filter(level => level === 1).length} h1`)
  levels.forEach((level, at) => {
    const before = levels[at - 1] ?? 0
    if (level > before + 1) faults.push(`h${level} after h${before}: ${headings[at]!.textContent}`)
  })

  for (const control of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (!isSeen(control) || isInSentence(control)) continue
    const { width, height } = boxOf(control)
    const least = control.matches('.button, .word-button, button, input, select, textarea') ? 44 : 24
    if (height >= least - 0.5 && width >= 23.5) continue
    faults.push(`${Math.round(width)}×${Math.round(height)} to press: ${name(control)}`)
  }
  for (const it of document.querySelectorAll('body *')) {
    const own = [...it.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '')
    if (own && isSeen(it) && shownSize(it) < 11.9) faults.push(`${shownSize(it).toFixed(1)} px high: ${name(it)}`)
  }
  return [...new Set(faults)]

  function isSeen(it: Element): boolean {
    const { width, height } = it.getBoundingClientRect()
    return it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1
  }
  // A link inside a sentence is as high as its line (WCAG 2.5.8, "inline").
  function isInSentence(it: Element): boolean {
    if (!it.matches('a') || getComputedStyle(it).display !== 'inline') return false
    let block = it.parentElement!
    while (getComputedStyle(block).display === 'inline') block = block.parentElement!
    return block.textContent!.trim().length > it.textContent!.trim().length
  }
  // Whoever presses the label of a tick presses the tick.
  function boxOf(it: Element): DOMRect {
    const label = it.matches('[type="radio"], [type="checkbox"]') ? it.closest('label') : null
    return (label ?? it).getBoundingClientRect()
  }
  function shownSize(it: Element): number {
    const size = parseFloat(getComputedStyle(it).fontSize)
    return it instanceof SVGGraphicsElement ? size * (it.getScreenCTM()?.a ?? 1) : size
  }
  function widest(): string {
    const all = [...document.querySelectorAll('body *')]
    return all.filter(it => it.getBoundingClientRect().right > innerWidth + 0.5).slice(-2).map(name).join(' | ')
  }
  function name(it: Element): string {
    const kind = it.classList.item(0)
    return `${it.tagName.toLowerCase()}${kind ? `.${kind}` : ''}`
      + ` “${(it.getAttribute('name') ?? it.textContent ?? '').trim().slice(0, 40)}”`
  }
}
