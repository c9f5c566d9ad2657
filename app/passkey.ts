import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { challengeLifetime, type NewPasskey, type Passkey } from '@/db/people/passkeys'
import { seal, unseal } from '@/db/people/sealed'
import { settings } from './settings'

// WebAuthn (Level 3). A challenge is its own instant, sealed: it can be given with a page, and nothing is stored before it
// is answered.

type ChallengeUse = 'sign_in' | { add: number }
const useOf = (use: ChallengeUse) => (use === 'sign_in' ? 'passkey-sign-in' : `passkey-add:${use.add}`)

export type PasskeyOptions = { challenge: string; madeAt: number; goodFor: number; [member: string]: unknown }

/** What a browser is to ask its devices for, to sign in with whichever key they have for this site. */
export function signInOptions(now: number): PasskeyOptions {
  return { ...challengeAt('sign_in', now), rpId: site().id, userVerification: 'required', timeout: challengeLifetime }
}

/** What a browser is to ask a device for, to make a key for this person. */
export function newPasskeyOptions({ id, name }: { id: number; name: string }, present: Passkey[], now: number): PasskeyOptions {
  return {
    ...challengeAt({ add: id }, now),
    rp: { id: site().id, name: site().id },
    user: { id: Buffer.from(`person ${id}`).toString('base64url'), name, displayName: name },
    pubKeyCredParams: [-8, -7, -257].map(alg => ({ type: 'public-key', alg })),
    excludeCredentials: present.map(it => ({ type: 'public-key', id: it.credentialId, transports: it.transports })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
    timeout: challengeLifetime,
  }
}

/** The answer of a device that made a key; null when it is not right or came too late. The challenge is to be used up. */
export async function readNewPasskey(
  text: string, personId: number, now: number,
): Promise<(Omit<NewPasskey, 'personId' | 'name'> & { challenge: string }) | null> {
  const response = readJson(createdSchema, text)
  if (!response) return null
  let challenge = ''
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as never, expectedOrigin: site().origin, expectedRPID: site().id, requireUserVerification: true,
      expectedChallenge: said => isFresh(challenge = said, { add: personId }, now),
    })
    if (!registrationInfo) return null
    const { id, publicKey, counter } = registrationInfo.credential
    const transports = response.response.transports
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports, challenge }
  } catch {
    return null
  }
}

/** What a device calls the key that it answered with; not checked yet. */
export function credentialOf(text: string): string | null {
  return readJson(usedSchema, text)?.id ?? null
}

/** The answer of a device that used this key; null when it is not right, came too late, or counts backwards. */
export async function readPasskeyUse(
  text: string, passkey: Passkey, now: number,
): Promise<{ counted: number; challenge: string } | null> {
  const response = readJson(usedSchema, text)
  let challenge = ''
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as never, expectedOrigin: site().origin, expectedRPID: site().id, requireUserVerification: true,
      expectedChallenge: said => isFresh(challenge = said, 'sign_in', now),
      credential: { id: passkey.credentialId, publicKey: Buffer.from(passkey.publicKey, 'base64url'), counter: passkey.counter },
    })
    return verified ? { counted: authenticationInfo.newCounter, challenge } : null
  } catch {
    return null
  }
}

function challengeAt(use: ChallengeUse, now: number) {
  return { challenge: seal(String(now), useOf(use)), madeAt: now, goodFor: challengeLifetime }
}

function isFresh(challenge: string, use: ChallengeUse, now: number): boolean {
  const at = Number(unseal(challenge, useOf(use)) ?? NaN)
  return now - at < challengeLifetime && at <= now
}

function site() {
  const { origin, hostname } = new URL(settings().SITE_URL)
  return { origin, id: hostname }
}

const base64url = z.string().max(8_000).regex(/^[\w-]*$/)
const common = { id: base64url, rawId: base64url, type: z.literal('public-key'), clientExtensionResults: z.object({}).default({}) }
const createdSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url, attestationObject: base64url, transports: z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(10).default([]),
  }),
})
const usedSchema = z.object({
  ...common, response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() }),
})

function readJson<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
