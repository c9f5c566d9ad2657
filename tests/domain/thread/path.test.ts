import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepest, endOfBranch, idsOf, pathOf, pathsAbove, placeUnder } from '@/domain/thread/path'

const order = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b)

/** A chain in which reply n + 1 answers reply n. */
function chainOf(length: number) {
  let last = { id: 1, ...placeUnder(null, 1) }
  for (let id = 2; id <= length; id++) last = { id, ...placeUnder(last, id) }
  return last
}

describe('A reply finds its place', () => {
  test('at the head of a discussion of its own when it answers the case', () => {
    const place = placeUnder(null, 258)
    expect({ ...place, path: [...place.path] }).toEqual({
      path: [0, 0, 1, 2], depth: 0, parentId: null, rootId: 258, replyToId: null,
    })
  })

  test('one level of 4 bytes below the reply that it answers', () => {
    const place = placeUnder({ id: 7, path: pathOf([3, 7]) }, 9)
    expect({ ...place, path: idsOf(place.path) }).toEqual({
      path: [3, 7, 9], depth: 2, parentId: 7, rootId: 3, replyToId: 7,
    })
  })

  test('number 64 of a chain at depth 63, and number 65 beside it, saying whom it answers', () => {
    expect(chainOf(64).depth).toBe(deepest)
    const place = chainOf(65)
    expect([place.depth, place.parentId, place.replyToId, place.path.length]).toEqual([63, 63, 64, 256])
  })

  test('however long the chain is: number 20,000 at depth 63, in 256 bytes', () => {
    const place = chainOf(20_000)
    expect([place.depth, place.parentId, place.replyToId, place.path.length]).toEqual([63, 63, 19_999, 256])
  })

  test('unless its id does not fit into 4 bytes', () => {
    expect(() => pathOf([2 ** 32])).toThrow(RangeError)
    expect(idsOf(pathOf([2 ** 32 - 1]))).toEqual([4_294_967_295])
  })
})

describe('Paths', () => {
  const ids = fc.array(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 64 })

  test('stand in the order of their ids, a reply before its answers', () => {
    fc.assert(fc.property(ids, ids, (a, b) => {
      const differing = a.findIndex((id, level) => id !== b[level])
      const byIds = differing === -1 ? a.length - b.length : a[differing]! - (b[differing] ?? 0)
      expect(Math.sign(order(pathOf(a), pathOf(b)))).toBe(Math.sign(byIds))
    }))
  })

  test('of a branch lie between its head and its end, and no others do', () => {
    fc.assert(fc.property(ids, ids, (head, other) => {
      const inside = other.length >= head.length && head.every((id, level) => id === other[level])
      const between = order(pathOf(other), pathOf(head)) >= 0 && order(pathOf(other), endOfBranch(pathOf(head))) < 0
      expect(between).toBe(inside)
    }))
  })

  test('of a branch whose head ends in 0xff bytes end where the next one begins', () => {
    expect([...endOfBranch(pathOf([1, 0xff]))]).toEqual([0, 0, 0, 1, 0, 0, 1])
    expect(order(endOfBranch(pathOf([0xffff_ffff])), pathOf([0xffff_ffff, 0xffff_ffff]))).toBe(1)
  })

  test('above a reply at depth 3 are 3, the head of the discussion first', () => {
    expect(pathsAbove(pathOf([4, 6, 9, 12])).map(path => idsOf(path))).toEqual([[4], [4, 6], [4, 6, 9]])
    expect(pathsAbove(pathOf([4]))).toEqual([])
  })
})
