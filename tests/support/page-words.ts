import type { Page } from 'playwright-core'

/**
 * Every text of ours on a page, seen or only heard: its text, names, hints and options. What people wrote is isolated
 * (bdi, dir="auto") and left out, and so are code and what says that it is in another language than the page.
 */
export async function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const theirs = 'bdi, [dir="auto"], pre, code, textarea, script, style, noscript'
    const isOurs = (it: Element) => !it.closest(theirs) && it.closest('[lang]')?.tagName === 'HTML'
    const said = new Set<string>([document.title])
    for (const it of document.querySelectorAll('body *')) {
      if (!isOurs(it)) continue
      for (const node of it.childNodes) if (node.nodeType === Node.TEXT_NODE) said.add(node.textContent!.trim())
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.add(it.getAttribute(name)?.trim() ?? '')
    }
    return [...said].filter(text => text !== '')
  })
}
