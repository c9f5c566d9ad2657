import { isPublicAddress } from '../network'

export type AddressProblem = 'webhook_not_url' | 'webhook_not_https' | 'webhook_with_login' | 'webhook_port' | 'webhook_not_public' | 'webhook_own'

/** `anywhere`: on a network of one's own, and in tests. `site` is our own address. */
type Terms = { anywhere: boolean; site: string }

const longest = 500
// What else listens on a machine does not speak HTTP, and would be spoken to from here.
const ports = ['', '443', '8443']

/**
 * The address of a webhook as it is kept; what a name stands for is looked at each time it is sent to
 * (server/webhooks/connect.ts). 0x7f.1 and 2130706433 are 127.0.0.1 once they are read.
 */
export function readAddress(given: string, { anywhere, site }: Terms): { url: string } | { problem: AddressProblem } {
  const text = given.trim()
  if (text.length > longest || !URL.canParse(text)) return { problem: 'webhook_not_url' }
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(anywhere && url.protocol === 'http:')) return { problem: 'webhook_not_https' }
  if (url.username !== '' || url.password !== '') return { problem: 'webhook_with_login' }
  if (!anywhere && !ports.includes(url.port)) return { problem: 'webhook_port' }
  if (!anywhere && !isOutside(url.hostname)) return { problem: 'webhook_not_public' }
  // What we tell ourselves would be told of again.
  if (url.host === new URL(site).host) return { problem: 'webhook_own' }
  url.hash = ''
  return { url: url.href }
}

// Names that are for one network, or one machine (RFC 6761, 6762, 8375, 9476); anything else is asked of the name servers.
const inside = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|invalid|test|example)$/

function isOutside(hostname: string): boolean {
  const plain = hostname.replace(/\.$/, '')
  if (plain.startsWith('[')) return isPublicAddress(plain.slice(1, -1))
  if (/^[\d.]+$/.test(plain)) return isPublicAddress(plain)
  return plain.includes('.') && !inside.test(plain)
}
