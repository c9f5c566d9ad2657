import type { RepairPath } from '@/domain/figures/repairs'

/** A node of one of the three columns, and a ribbon between two of them, in the drawing's units. */
export type FlowNode = { code: string; column: number; n: number; y: number; height: number }
export type FlowRibbon = { path: RepairPath; column: 0 | 1; from: number; to: number; height: number }
export type Flow = { nodes: FlowNode[]; ribbons: FlowRibbon[]; height: number }

/** A node is at least as high as its name; between two nodes is air. */
const leastSlot = 24
const air = 8

const columns = ['reason', 'change', 'next'] as const

/**
 * Lays paths out in three columns, the largest node of each on top: nodes as high as their share of all, ribbons that leave and
 * reach a node in the order of what they join, so that they cross as little as may be.
 * @param size height that all paths together would have without air
 */
export function flowOf(paths: readonly RepairPath[], size: number): Flow {
  const total = paths.reduce((sum, { n }) => sum + n, 0)
  const scale = size / Math.max(1, total)
  const placed = columns.map((name, column) => placeNodes(paths, name, column, scale))
  const nodes = placed.flat()
  const middle = new Map(nodes.map(node => [`${node.column}.${node.code}`, node]))
  const rank = (column: number, code: string) => placed[column]!.findIndex(node => node.code === code)
  const ribbons = ([0, 1] as const).flatMap(column => {
    const [left, right] = [columns[column]!, columns[column + 1]!]
    const leaving = new Map<string, number>()
    const reaching = new Map<string, number>()
    const place = (used: Map<string, number>, at: number, code: string, height: number) => {
      const start = used.get(code) ?? 0
      used.set(code, start + height)
      return middle.get(`${at}.${code}`)!.y + start
    }
    const order = (first: number, codes: (path: RepairPath) => number[]) => [...paths].sort((a, b) => {
      const [one, two] = [codes(a), codes(b)]
      const differing = one.findIndex((value, i) => value !== two[i])
      return first * (differing === -1 ? 0 : one[differing]! - two[differing]!)
    })
    const ranks = (path: RepairPath) => columns.map((name, at) => rank(at, path[name]))
    const from = new Map(order(1, path => { const [a, b, c] = ranks(path); return column === 0 ? [b!, c!, a!] : [c!, a!, b!] })
      .map(path => [path, place(leaving, column, path[left], path.n * scale)]))
    const to = new Map(order(1, path => { const [a, b, c] = ranks(path); return column === 0 ? [a!, c!, b!] : [b!, a!, c!] })
      .map(path => [path, place(reaching, column + 1, path[right], path.n * scale)]))
    return paths.map(path => ({ path, column, from: from.get(path)!, to: to.get(path)!, height: path.n * scale }))
  })
  return { nodes, ribbons, height: Math.max(0, ...nodes.map(({ y, height }) => y + Math.max(height, leastSlot))) }
}

function placeNodes(paths: readonly RepairPath[], name: (typeof columns)[number], column: number, scale: number): FlowNode[] {
  const sums = new Map<string, number>()
  for (const path of paths) sums.set(path[name], (sums.get(path[name]) ?? 0) + path.n)
  let y = 0
  return [...sums].sort(([, a], [, b]) => b - a).map(([code, n]) => {
    const node = { code, column, n, y, height: n * scale }
    y += Math.max(node.height, leastSlot) + air
    return node
  })
}
