/** The first of the eight numbers of an IPv6 address, in whichever way it is written; NaN where it is none. */
export function firstGroups(address: string, many: number): number[] {
  const [before = [], after = []] = address.split('::').map(groups => groups.split(':').filter(Boolean))
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : []
  return [...before, ...zeros, ...after].slice(0, many).map(group => Number.parseInt(group, 16))
}

/**
 * The network an address belongs to, as text: the first three numbers of IPv4 (also where it is written inside of IPv6),
 * else the first three groups of IPv6, a /48. For comparing only.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const four = /(?:^|:)(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain)
  return four ? `${four[1]}.0/24` : `${firstGroups(plain, 3).map(group => group.toString(16)).join(':')}::/48`
}
