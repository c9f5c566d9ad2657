import { createHash, randomBytes } from 'node:crypto'
import { cookies } from './request'

// Somebody who is not signed in may still have typed something. This cookie is how his browser gets it back;
// the database holds only its hash.
const cookieName = 'guoshen-browser'
const lifetimeSeconds = 30 * 86_400

/** The owner name of this browser's drafts, or null when it has none yet. */
export async function knownBrowser(): Promise<string | null> {
  const token = (await cookies()).get(cookieName)?.value
  return token ? ownerOf(token) : null
}

/** As `knownBrowser`, but gives the browser its cookie first. Only where cookies can be set: in acts. */
export async function rememberBrowser(secure: boolean): Promise<string> {
  const jar = await cookies()
  const token = jar.get(cookieName)?.value ?? randomBytes(32).toString('base64url')
  jar.set(cookieName, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: lifetimeSeconds })
  return ownerOf(token)
}

function ownerOf(token: string): string {
  return `b:${createHash('sha256').update(token).digest('base64url')}`
}
