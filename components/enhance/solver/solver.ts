import { newDigest } from './sha-256'

// The worker beside a sign-up: finds the number whose hash behind the salt is the one that was asked for (ALTCHA, version 1).
// WebCrypto answers so many small questions no sooner, and is missing where a site is reached without TLS.

type Challenge = { algorithm: string; challenge: string; maxnumber: number; salt: string; signature: string }

addEventListener('message', ({ data }: MessageEvent<string>) => {
  const { algorithm, challenge, maxnumber, salt, signature }: Challenge = JSON.parse(data)
  const digest = newDigest(salt)
  for (let number = 0; number <= maxnumber; number++) {
    if (digest(String(number)) !== challenge) continue
    return postMessage(btoa(JSON.stringify({ algorithm, challenge, number, salt, signature })))
  }
  throw new Error('no number fits')
})
