/** One letter presses or chooses what is marked with it (data-key), and goes on to what there is to write. */
export function chooseByKey(): void {
  document.addEventListener('keydown', event => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const chosen = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)
    if (!chosen) return
    event.preventDefault()
    chosen.click()
    if (chosen instanceof HTMLInputElement) chosen.form?.querySelector<HTMLInputElement>('input:not([type])')?.focus()
  })
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A letter is not typed into a button that can only be pressed.
  if (target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
