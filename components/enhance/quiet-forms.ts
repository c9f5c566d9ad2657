/**
 * Forms marked `data-quiet` (agree, favourite) are sent without leaving the page: the answer's own page is
 * fetched and the form replaced by its newer self. Anything unexpected falls back to the ordinary submit.
 */
export function submitQuietly(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.quiet === undefined) return
    // Not form.id: a field of that name stands before the form's own.
    const id = form.getAttribute('id')
    if (!id) return
    event.preventDefault()
    void replaceByAnswer(form, id, event.submitter)
  })
}

async function replaceByAnswer(form: HTMLFormElement, id: string, submitter: HTMLElement | null): Promise<void> {
  if (form.ariaBusy === 'true') return
  form.ariaBusy = 'true'
  try {
    const body = new URLSearchParams(new FormData(form, submitter) as never)
    const answer = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const newer = page.getElementById(id)
    if (!answer.ok || !newer) throw new Error('not the page that was expected')
    form.replaceWith(document.adoptNode(newer))
    newer.querySelector<HTMLElement>('button')?.focus()
  } catch {
    form.ariaBusy = 'false'
    form.removeAttribute('data-quiet')
    form.requestSubmit(submitter)
  }
}
