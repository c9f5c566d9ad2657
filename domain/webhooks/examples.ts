/** A request as a receiver gets it; `text` is what it says of itself. */
export function exampleDelivery(site: string, text: string): { head: string; body: string } {
  const body = JSON.stringify({
    type: 'case.replied', timestamp: '2026-11-24T08:30:00.000Z', text,
    data: {
      case: { id: 12, url: `${site}/cases/12`, api: `${site}/api/v1/cases/12` },
      reply: { id: 345, url: `${site}/replies/345` },
      followed: { subject: 'case', target: '12' },
    },
  }, null, 2)
  const head = [
    'POST /hook HTTP/1.1', 'content-type: application/json; charset=utf-8', 'webhook-id: msg_2Lml4VuPlrcJVbhqZbfEFcxo1aX',
    'webhook-timestamp: 1795509000', 'webhook-signature: v1,…',
  ].join('\n')
  return { head, body }
}

/** How a receiver in Node.js checks what it got; a test runs it. */
export const exampleCheck = `import { createHmac, timingSafeEqual } from 'node:crypto'

// body: the text as it came. secret: whsec_…
export function isGenuine(headers, body, secret) {
  const id = headers['webhook-id']
  const time = headers['webhook-timestamp']
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const mac = createHmac('sha256', key).update(id + '.' + time + '.' + body).digest()
  return headers['webhook-signature'].split(' ').some(signature => {
    const given = Buffer.from(signature.replace('v1,', ''), 'base64')
    return given.length === mac.length && timingSafeEqual(given, mac)
  })
}`
