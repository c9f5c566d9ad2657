/**
 * A link marked `data-quote` opens the reply's form with all of it quoted. Where some of its words are selected, these are
 * put into the form that stands here instead, and nothing is loaded.
 */
export function quoteSelection(): void {
  let selected: { words: string; within: Element } | null = null
  // Pressing the button takes the selection away before it is clicked.
  document.addEventListener('pointerdown', () => { selected = selectionNow() })
  document.addEventListener('click', event => {
    const link = (event.target as Element | null)?.closest?.('a[data-quote]')
    const article = link?.closest('article')
    const quoted = selectionNow() ?? selected
    if (!(link instanceof HTMLAnchorElement) || !article || quoted?.within !== article) return
    const form = article.querySelector<HTMLFormElement>('form[action="/do/reply"]')
    const area = form?.querySelector('textarea')
    if (!form || !area) return
    event.preventDefault()
    const lines = [`[${nameIn(article)}](${link.pathname})`, ...quoted.words.split('\n')]
    const before = area.value.trimEnd()
    area.value = `${before ? `${before}\n\n` : ''}${lines.map(line => `> ${line}`.trimEnd()).join('\n')}\n\n`
    form.closest('details')?.setAttribute('open', '')
    area.dispatchEvent(new Event('input', { bubbles: true }))
    area.focus()
    area.setSelectionRange(area.value.length, area.value.length)
  })
}

/** What is selected, if all of it stands in the words of one reply. */
function selectionNow(): { words: string; within: Element } | null {
  const selection = getSelection()
  const words = selection?.toString().trim()
  if (!selection || !words || selection.rangeCount === 0) return null
  const common = selection.getRangeAt(0).commonAncestorContainer
  const said = (common instanceof Element ? common : common.parentElement)?.closest('article[data-reply] .words')
  const within = said?.closest('article')
  return within ? { words, within } : null
}

function nameIn(article: Element): string {
  return (article.querySelector('h3')?.textContent ?? '').trim().replace(/[\\`*_[\]<>#!~]/g, sign => `\\${sign}`)
}
