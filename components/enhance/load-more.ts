import { offerDrafts } from './drafts'

/**
 * A link marked `data-more="ID"` leads to the next page; with JavaScript its items are put at the end of the
 * list with that id, and the address stays that of what is shown first.
 */
export function loadMoreInPlace(): void {
  document.addEventListener('click', event => {
    const link = (event.target as Element | null)?.closest?.('a[data-more]')
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void appendNextPage(link)
  })
}

async function appendNextPage(link: HTMLAnchorElement): Promise<void> {
  if (link.ariaBusy === 'true') return
  link.ariaBusy = 'true'
  const id = link.dataset.more ?? ''
  try {
    const answer = await fetch(link.href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const list = document.getElementById(id)
    const items = [...(page.getElementById(id)?.children ?? [])]
    if (!answer.ok || !list || items.length === 0) throw new Error('not the page that was expected')
    list.append(...items.map(item => document.adoptNode(item)))
    for (const item of items) offerDrafts(item)
    focusOn(items[0])
    const next = page.querySelector(`a[data-more="${CSS.escape(id)}"]`)
    if (next) link.replaceWith(document.adoptNode(next))
    else link.remove()
  } catch {
    location.href = link.href
  }
}

function focusOn(item: Element | undefined): void {
  if (!(item instanceof HTMLElement)) return
  item.tabIndex = -1
  item.focus({ preventScroll: true })
}
