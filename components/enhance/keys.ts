/** In a thread or a queue, j and k move the real focus to the next and the previous one. */
export function moveByKeys(): void {
  document.addEventListener('keydown', event => {
    if (event.key !== 'j' && event.key !== 'k') return
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const replies = [...document.querySelectorAll<HTMLElement>('article[data-reply], article[data-step] a')]
    if (replies.length === 0) return
    const at = replies.findIndex(reply => reply.contains(document.activeElement))
    const next = replies[at === -1 ? 0 : at + (event.key === 'j' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    if (next.tagName !== 'A') next.tabIndex = -1
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
