/** The items by each of their codes, in the order in which these first come; an item that says a code twice says it once. */
export function boxesOf<Item>(items: readonly Item[], codesOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const boxes = new Map<string, Item[]>()
  for (const item of items) {
    for (const code of codesOf(item)) {
      const box = boxes.get(code)
      if (!box) boxes.set(code, [item])
      else if (box.at(-1) !== item) box.push(item)
    }
  }
  return boxes
}
