/**
 * A form marked `data-draft="NAME"` is written down in this browser while it is typed (and, for people signed
 * in, on the server: `data-draft-server`), and offered again when the page is opened with an empty form.
 */
export function keepDraftsHere(): void {
  forgetArrived()
  offerDrafts(document)
  document.addEventListener('input', event => {
    const form = draftForm((event.target as Element | null)?.closest?.('form'))
    if (!form) return
    clearTimeout(waiting.get(form))
    waiting.set(form, setTimeout(() => remember(form), 400))
  })
  document.addEventListener('submit', event => {
    const form = draftForm(event.target)
    if (form) markSent(form)
  })
}

/** Puts what was typed into the forms that stand here: the page's, or those of a part that was put into it. */
export function offerDrafts(here: ParentNode): void {
  for (const form of here.querySelectorAll<HTMLFormElement>('form[data-draft]')) restore(form)
}

const waiting = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>()

function draftForm(target: EventTarget | null | undefined): HTMLFormElement | null {
  return target instanceof HTMLFormElement && target.dataset.draft !== undefined ? target : null
}

function remember(form: HTMLFormElement): void {
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !own.has(name))
  store(form, JSON.stringify(fields))
  if (form.dataset.draftServer === undefined) return
  const body = new URLSearchParams(new FormData(form) as never)
  body.set('act', form.action.split('/').at(-1) ?? '')
  void fetch('/do/keep-draft', { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => undefined)
}

// The key and where the form stands belong to the page, not to what was typed; secrets are never kept.
const own = new Set(['key', 'lang', 'back', 'password', 'current_password', 'new_password', 'token'])

function restore(form: HTMLFormElement): void {
  // A form that the server has filled knows better.
  if (form.dataset.filled !== undefined) return
  const kept = load(form)
  if (!kept) return
  const seen = new Map<string, number>()
  for (const [name, value] of kept) {
    const controls = form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)
    const at = seen.get(name) ?? 0
    seen.set(name, at + 1)
    const choice = [...controls].find(control => /^(radio|checkbox)$/.test(control.type) && control.value === value)
    if (choice) choice.checked = true
    else if (controls[at] && !/^(radio|checkbox|hidden)$/.test(controls[at].type)) controls[at].value = value
  }
}

function keyOf(form: HTMLFormElement): string {
  return `guoshen-draft:${form.dataset.draft}`
}

// Storage may be full, forbidden or absent (private windows); typing must go on all the same.
function store(form: HTMLFormElement, text: string): void {
  try { localStorage.setItem(keyOf(form), text) } catch { /* see above */ }
}

const sent = 'guoshen-sent'

// Sent is not arrived: the train may be in a tunnel. The text stays until a page of the site's answer is seen.
function markSent(form: HTMLFormElement): void {
  try { localStorage.setItem(sent, keyOf(form)) } catch { /* see above */ }
}

/** The server answered with a case, or has the text as a draft of its own: from here on it is the server's to keep. */
function forgetArrived(): void {
  if (!/[?&](done|draft)=|draft%3D/.test(location.search)) return
  try {
    const key = localStorage.getItem(sent)
    if (key) localStorage.removeItem(key)
    localStorage.removeItem(sent)
  } catch { /* see above */ }
}

function load(form: HTMLFormElement): [string, string][] | null {
  try { return JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null') } catch { return null }
}
