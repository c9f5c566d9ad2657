import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Pattern = { file: string; source: string; flags: string }

/** Where a regular expression may begin: after what cannot end a value. */
const literal = /(?<=(?:^|[=(,:[!&|?{};]|=>|return|case)[^\S\n]*)\/(?![*/ ])((?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm

/** Every regular expression that stands in a file of these rooms, each once; what only looks like one is no pattern. */
export function patternsIn(...rooms: string[]): Pattern[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...rooms], { encoding: 'utf8' })
    .split('\n').filter(file => /\.(ts|tsx|mjs)$/.test(file))
  const found = files.flatMap(file => [...withoutComments(readFileSync(file, 'utf8')).matchAll(literal)]
    .map(([, source = '', flags = '']) => ({ file, source, flags }))).filter(isPattern)
  return [...new Map(found.map(it => [`/${it.source}/${it.flags}`, it])).values()]
}

/** Those that are put together while a module is loaded, which no reader of its text sees. */
export async function patternsMadeBy(modules: readonly (() => Promise<unknown>)[]): Promise<Pattern[]> {
  const made: Pattern[] = []
  const Real = globalThis.RegExp
  globalThis.RegExp = new Proxy(Real, {
    construct(target, given: [string | RegExp, string?], as) {
      const pattern = Reflect.construct(target, given, as) as RegExp
      made.push({ file: 'put together', source: pattern.source, flags: pattern.flags })
      return pattern
    },
  })
  try {
    for (const load of modules) await load()
  } finally {
    globalThis.RegExp = Real
  }
  return made
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
}

function isPattern({ source, flags }: Pattern): boolean {
  try {
    return new RegExp(source, flags).source !== ''
  } catch {
    return false
  }
}
