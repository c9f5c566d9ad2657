/**
 * Forms marked `data-passkey` (create or get) are of use only where the browser knows passkeys, and are shown only there.
 * Sent, they ask the device first, as `data-options` says, and carry its answer along.
 */
export function askForPasskeys(): void {
  if (!('PublicKeyCredential' in window)) return
  document.querySelectorAll<HTMLElement>('[data-passkey], [data-needs-passkeys]').forEach(it => { it.hidden = false })
  document.querySelectorAll<HTMLElement>('[data-no-passkeys]').forEach(it => { it.hidden = true })
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.passkey === undefined) return
    event.preventDefault()
    void sendWithAnswer(form)
  })
}

async function sendWithAnswer(form: HTMLFormElement): Promise<void> {
  const options = JSON.parse(form.dataset.options ?? '{}')
  // A page that lay open for long gives a newer challenge when it is asked for again.
  if (Date.now() - opened > options.goodFor / 2) return location.reload()
  try {
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
      excludeCredentials: (options.excludeCredentials ?? []).map((it: { id: string }) => ({ ...it, id: bytes(it.id) })),
    }
    const made = form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey }) : await navigator.credentials.get({ publicKey })
    const field = form.querySelector<HTMLInputElement>('[name="one_time_passkey"]')
    if (!made || !field) return
    field.value = JSON.stringify(inText(made as PublicKeyCredential))
    form.submit()
  } catch {
    // Given up, or no key here: the form stands as it stood, and says so.
    form.querySelectorAll<HTMLElement>('[data-failed]').forEach(it => { it.hidden = false })
  }
}

const opened = Date.now()

function inText({ id, rawId, type, response }: PublicKeyCredential) {
  const said = response as unknown as Record<string, ArrayBuffer | null> & { getTransports?: () => string[] }
  const answer: Record<string, unknown> = {}
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    const buffer = said[part]
    if (buffer) answer[part] = text(buffer)
  }
  if (said.getTransports) answer.transports = said.getTransports()
  return { id, rawId: text(rawId), type, response: answer }
}

function bytes(base64url: string): Uint8Array {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0))
}

function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
