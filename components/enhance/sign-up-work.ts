/**
 * A form marked `data-work` asks a question of whoever has no script. With one, a worker of ours does the work in its place
 * while one types, and a press that comes sooner waits for it. Where that fails, the question is there again.
 */
export function workForSignUp(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-work]')
  const asked = form?.querySelector<HTMLFieldSetElement>('[data-asked]')
  const field = form?.querySelector<HTMLInputElement>('[name="altcha"]')
  if (!form || !asked || !field || !('Worker' in window)) return
  const ask = (it: boolean) => {
    asked.hidden = asked.disabled = !it
  }
  const { work, solver = '', after } = form.dataset
  const early = new Promise(resolve => setTimeout(resolve, Number(after)))
  const solved = new Promise<string>((resolve, reject) => {
    const worker = new Worker(solver)
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = reject
    worker.postMessage(work)
  })
  ask(false)
  const ready = Promise.all([solved, early]).then(([answer]) => {
    field.value = answer
  })
  ready.catch(() => ask(true))
  let isPressed = false
  form.addEventListener('submit', event => {
    if (field.value || !asked.disabled) return
    event.preventDefault()
    if (isPressed) return
    isPressed = true
    const says = form.querySelector<HTMLElement>('[data-at-work]')
    if (says) says.hidden = false
    ready.then(() => form.submit(), () => {
      isPressed = false
      if (says) says.hidden = true
      asked.querySelector('input')?.focus()
    })
  })
}
