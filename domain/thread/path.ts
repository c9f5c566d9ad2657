// A reply's place among the others is a row of ids, four bytes (big-endian) a level, from the reply to the case
// itself down to the reply. Compared byte by byte, paths stand in reading order; all answers below a reply begin
// with its path. So a branch is one range of an index, and nothing here ever walks a tree.

/** Four bytes hold ids up to 4,294,967,295. */
export const bytesPerLevel = 4
/** Deeper than this two people talk to each other: they go on side by side at this depth (0 is the case's own). */
export const deepest = 63

export type Place = {
  path: Uint8Array
  depth: number
  /** The reply it stands under. */
  parentId: number | null
  rootId: number
  /** The reply it answers. */
  replyToId: number | null
}

/** Where a reply with this id goes when it answers `to`; null answers the case itself. Never refused for depth. */
export function placeUnder(to: { id: number; path: Uint8Array } | null, id: number): Place {
  if (!to) return { path: pathOf([id]), depth: 0, parentId: null, rootId: id, replyToId: null }
  const ids = idsOf(to.path)
  if (ids.length <= deepest) {
    return { path: pathOf([...ids, id]), depth: ids.length, parentId: to.id, rootId: ids[0]!, replyToId: to.id }
  }
  const above = ids.slice(0, deepest)
  return { path: pathOf([...above, id]), depth: deepest, parentId: above.at(-1)!, rootId: ids[0]!, replyToId: to.id }
}

/** The ids from the discussion's head down to the reply itself. */
export function idsOf(path: Uint8Array): number[] {
  const view = new DataView(path.buffer, path.byteOffset, path.byteLength)
  return Array.from({ length: path.byteLength / bytesPerLevel }, (_, level) => view.getUint32(level * bytesPerLevel))
}

/** The path made of these ids. Throws a RangeError for an id that four bytes cannot hold. */
export function pathOf(ids: readonly number[]): Uint8Array {
  const path = new Uint8Array(ids.length * bytesPerLevel)
  const view = new DataView(path.buffer)
  ids.forEach((id, level) => {
    if (!Number.isInteger(id) || id < 1 || id > 0xffff_ffff) throw new RangeError(`no path for id ${id}`)
    view.setUint32(level * bytesPerLevel, id)
  })
  return path
}

/** The paths of everything above a reply, the head of the discussion first. At most 63. */
export function pathsAbove(path: Uint8Array): Uint8Array[] {
  const levels = path.byteLength / bytesPerLevel
  return Array.from({ length: levels - 1 }, (_, level) => path.slice(0, (level + 1) * bytesPerLevel))
}

/** The first path in reading order that no longer lies below this one. */
export function endOfBranch(path: Uint8Array): Uint8Array {
  // A copy: slice() of a Buffer would be the same bytes.
  const end = new Uint8Array(path)
  for (let at = end.length - 1; at >= 0; at--) {
    if (end[at]! < 0xff) {
      end[at]! += 1
      return end.slice(0, at + 1)
    }
  }
  // Nothing comes after a row of 0xff; longer than the longest path stands behind them all.
  return new Uint8Array((deepest + 1) * bytesPerLevel + 1).fill(0xff)
}
