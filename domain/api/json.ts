/** What is wrong with a text that should be JSON, and where that can be said. */
export type JsonFault = { code: 'not_json' | 'too_deep' | 'said_twice' | 'not_a_name'; name?: string }
export type ReadJson = { ok: true; value: unknown } | { ok: false; fault: JsonFault }

// A case is four levels deep.
const deepest = 16

// Names that mean something else to a program than they say.
const notNames = new Set(['__proto__', 'constructor', 'prototype'])

// A string that never ends is taken to the end at once: looked for again from each quote inside it, a megabyte takes minutes.
const strings = /"[^"\\]*(?:\\.[^"\\]*)*(?:"(\s*:)?|\\?$)|[[\]{}]/gs

/**
 * Reads JSON of strangers. Looked through before it is read: nested without end it would fill the stack, and of a name that
 * is given twice JavaScript keeps the last one without a word.
 */
export function readJson(text: string): ReadJson {
  // For each bracket that is open the names given in it so far.
  const open: Set<string>[] = []
  for (const [found, colon] of text.matchAll(strings)) {
    if (found === '{' || found === '[') {
      if (open.length === deepest) return { ok: false, fault: { code: 'too_deep' } }
      open.push(new Set())
    } else if (found === '}' || found === ']') {
      open.pop()
    } else if (colon !== undefined) {
      const name = nameOf(found.slice(0, -colon.length))
      const names = open.at(-1)
      if (name === null || !names) return { ok: false, fault: { code: 'not_json' } }
      if (notNames.has(name)) return { ok: false, fault: { code: 'not_a_name', name } }
      if (names.has(name)) return { ok: false, fault: { code: 'said_twice', name } }
      names.add(name)
    }
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, fault: { code: 'not_json' } }
  }
}

function nameOf(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return null
  }
}
