/**
 * The network an address belongs to, as text: the first three numbers of IPv4 (also where it is written inside of IPv6),
 * else the first three groups of IPv6, a /48. For comparing only.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const four = /(?:^|:)(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain)
  if (four) return `${four[1]}.0/24`
  const [before = [], after = []] = plain.split('::').map(groups => groups.split(':').filter(Boolean))
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : []
  const groups = [...before, ...zeros, ...after].slice(0, 3).map(group => Number.parseInt(group, 16).toString(16))
  return `${groups.join(':')}::/48`
}
