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
  const plain = address.split('%', 1)[0]!.toLowerCase()
  const four = /(?:^|:)(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain)
  return four ? `${four[1]}.0/24` : `${firstGroups(plain, 3).map(group => group.toString(16)).join(':')}::/48`
}

/**
 * Whether an address of the internet is anybody's: not of a private or shared network, of one machine, of documentation, of a
 * group, nor one that stands for another (IPv4 in IPv6, NAT64, 6to4, Teredo). False for what is no address at all.
 * From the registries of IANA: RFC 6890 and its updates, RFC 4291.
 */
export function isPublicAddress(address: string): boolean {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const numbers = address.split('.').map(Number)
    return numbers.every(number => number <= 255) && !reservedFour.some(reserved => isWithin(numbers, 8, reserved))
  }
  if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) return false
  const groups = firstGroups(address, 8)
  // Of all that there is, one eighth is handed out.
  return groups.length === 8 && groups.every(group => group <= 0xffff) && isWithin(groups, 16, [[0x2000], 3])
    && !reservedSix.some(reserved => isWithin(groups, 16, reserved))
}

type Reserved = readonly [first: readonly number[], bits: number]

const reservedFour: Reserved[] = [
  [[0], 8], [[10], 8], [[100, 64], 10], [[127], 8], [[169, 254], 16], [[172, 16], 12], [[192, 0, 0], 24], [[192, 0, 2], 24],
  [[192, 31, 196], 24], [[192, 52, 193], 24], [[192, 88, 99], 24], [[192, 168], 16], [[192, 175, 48], 24], [[198, 18], 15],
  [[198, 51, 100], 24], [[203, 0, 113], 24], [[224], 4], [[240], 4],
]
// 2001::/23 holds Teredo, benchmarking and ORCHID; 2002::/16 is 6to4; documentation; the AS112 sinks.
const reservedSix: Reserved[] = [
  [[0x2001, 0], 23], [[0x2001, 0xdb8], 32], [[0x2002], 16], [[0x2620, 0x4f, 0x8000], 48], [[0x3fff, 0], 20],
]

/** Whether the first `bits` of an address, in numbers of `width` bits each, are those. */
function isWithin(numbers: readonly number[], width: number, [first, bits]: Reserved): boolean {
  for (let at = 0; at * width < bits; at++) {
    const shift = width - Math.min(width, bits - at * width)
    if (numbers[at]! >> shift !== (first[at] ?? 0) >> shift) return false
  }
  return true
}
