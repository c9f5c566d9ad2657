import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

// The rules that keep the house easy to walk through. They read the tree as git knows it, new files included.

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n').filter(file => file && existsSync(file))
const sources = files.filter(file => /\.(ts|tsx|mjs|js)$/.test(file))
const textOf = new Map(sources.map(file => [file, readFileSync(file, 'utf8')]))

const rooms = ['app', 'components', 'domain', 'db', 'messages', 'server', 'tests', 'scripts'] as const
type Room = (typeof rooms)[number]

/** Who may import from whom. `types` allows `import type` alone. */
const may: Record<Room, Partial<Record<Room, true | 'types'>>> = {
  domain: { domain: true },
  messages: { domain: 'types', messages: true },
  db: { domain: true, db: true },
  components: { domain: true, messages: 'types', components: true },
  app: { domain: true, messages: true, db: true, components: true, app: true },
  server: { domain: true, messages: true, db: true, server: true },
  scripts: { domain: true, messages: true, db: true, server: true, scripts: true },
  tests: { domain: true, messages: true, db: true, components: true, app: true, server: true, scripts: true, tests: true },
}

// Not words but how a language is written into an address, and a look into words that are handed in.
const openToAll = ['messages/languages', 'messages/say-problem', 'messages/say-notice']

describe('rooms', () => {
  test('every source file stands in one of 8 rooms or at the top', () => {
    const lost = sources.filter(file => file.includes('/') && !rooms.includes(roomOf(file)))
    expect(lost).toEqual([])
  })

  test('imports follow the table', () => {
    const wrong = sources.filter(file => file.includes('/')).flatMap(file => importsOf(file).flatMap(({ target, typeOnly }) => {
      const [from, to] = [roomOf(file), roomOf(target)]
      if (!rooms.includes(to) || openToAll.includes(target)) return []
      const allowed = may[from][to]
      return allowed === true || (allowed === 'types' && typeOnly) ? [] : [`${file} imports ${target}`]
    }))
    expect(wrong).toEqual([])
  })

  test('the domain imports nothing but itself, zod, and pure text libraries', () => {
    const allowed = /^(zod|markdown-it|linkify-it|d3-array|re2js)$/
    const wrong = inRoom('domain').flatMap(file => packagesOf(file).filter(name => !allowed.test(name)).map(name => `${file}: ${name}`))
    expect(wrong).toEqual([])
  })

  test('next-auth is known to app/auth.ts and its route alone', () => {
    const knowing = sources.filter(file => /^(app|db|components|domain)\//.test(file) && /from 'next-auth|from '@auth\//.test(textOf.get(file)!))
    expect(knowing.filter(file => file !== 'app/auth.ts' && !file.startsWith('app/api/auth/') && !file.startsWith('app/auth/'))).toEqual([])
  })

  test('no room is an attic', () => {
    const attic = /(^|\/)(lib|libs|utils?|helpers?|services?|types|hooks|common|misc|shared)(\/|\.tsx?$)/
    expect(files.filter(file => attic.test(file))).toEqual([])
  })

  test('no file only passes on what others export, but the schema', () => {
    const barrels = sources.filter(file => {
      const lines = textOf.get(file)!.split('\n').filter(line => line.trim() && !line.trim().startsWith('//'))
      return lines.length > 1 && lines.every(line => /^export .* from /.test(line))
    })
    expect(barrels.filter(file => file !== 'db/schema.ts')).toEqual([])
  })
})

describe('laws', () => {
  test('nothing of React runs in a browser: no file says "use client" or "use server"', () => {
    expect([...saying('use client'), ...saying('use server')]).toEqual([])
  })

  test('what runs in a browser is components/enhance, which nothing on the server imports and which imports nothing else', () => {
    const inBrowser = (file: string) => file.startsWith('components/enhance/')
    const mixed = sources.flatMap(file => importsOf(file).filter(({ target }) => inBrowser(file) !== inBrowser(target))
      .map(({ target }) => `${file} imports ${target}`))
    expect([...mixed, ...sources.filter(inBrowser).flatMap(packagesOf)]).toEqual([])
  })

  test('what runs before anything is installed imports nothing but Node and its like', () => {
    const early = new Set(['scripts/start.mjs', 'scripts/test.mjs'])
    for (const file of early) {
      for (const [, from] of textOf.get(file)!.matchAll(/^import .*?['"](\.[^'"]+)['"]/gm)) early.add(join(dirname(file), from!))
    }
    const wanting = [...early].flatMap(file => packagesOf(file).map(name => `${file} imports ${name}`))
    expect(wanting).toEqual([])
  })

  test('authorisation is not in a proxy or middleware', () => {
    expect(files.filter(file => /^(proxy|middleware)\.tsx?$/.test(file))).toEqual([])
  })

  test('raw SQL text and drizzle’s own transaction are not used', () => {
    const wrong = inRoom('db', 'app').filter(file => /\bsql\.raw\(|\bdb\.transaction\(/.test(textOf.get(file)!))
    expect(wrong).toEqual([])
  })

  test('every sentence lives in messages: no Han character stands in a component, page, query or rule', () => {
    const wrong = inRoom('components', 'app', 'db').filter(file => /\p{Script=Han}/u.test(withoutComments(textOf.get(file)!)))
    expect(wrong).toEqual([])
  })

  test('no style attribute: the content security policy would refuse it', () => {
    expect(inRoom('components', 'app').filter(file => /\bstyle=\{/.test(textOf.get(file)!))).toEqual([])
  })

  test('names say what a thing is: no get, handle, process or manager functions', () => {
    const bad = /\b(?:function|const) (?:get|handle|manage)[A-Z]\w*\s*[=(<]/
    expect(inRoom('components', 'app', 'db', 'domain').filter(file => bad.test(textOf.get(file)!))).toEqual([])
  })

  test('default exports stand only where Next or a tool demands them', () => {
    const demanded = /^(app\/.*\/(page|layout|not-found|error|loading|route|opengraph-image|icon)\.tsx?|app\/(page|layout|global-error|global-not-found|sitemap|robots|manifest)\.tsx?|[^/]+\.(config\.)?(m?js|ts)|.*\.config\.ts|tests\/support\/.*)$/
    const wrong = sources.filter(file => /^export default /m.test(textOf.get(file)!) && !demanded.test(file))
    expect(wrong).toEqual([])
  })

  test('half of the files have under 60 lines, and none more than 260', () => {
    const lengths = sources.filter(file => /^(app|components|domain|db|server)\//.test(file)).map(file => ({ file, lines: textOf.get(file)!.split('\n').length }))
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(60)
    expect(lengths.filter(({ lines }) => lines > 260)).toEqual([])
  })
})

describe('what the repository says', () => {
  test('no path of a machine and no registry host', () => {
    const wrong = files.filter(file => /\.(ts|tsx|mjs|js|json|md|css|yml|npmrc)$|^\.npmrc$|^\.ci\//.test(file) && file !== 'tests/house.test.ts')
      .filter(file => /registry\.npm|npmjs\.org|\/work\/|\/root\/|\.\.\/shared/.test(readFileSync(file, 'utf8')))
    expect(wrong).toEqual([])
  })

  test('every link from one document to another file leads somewhere', () => {
    const dead = files.filter(file => file.endsWith('.md')).flatMap(file => [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => target!).filter(target => !existsSync(join(dirname(file), target))).map(target => `${file}: ${target}`))
    expect(dead).toEqual([])
  })

  test('versions in package.json are exact', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))
    expect(loose).toEqual([])
  })

  test('each dependency is named with its reason in docs/dependencies.md', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const said = readFileSync('docs/dependencies.md', 'utf8')
    expect(Object.keys({ ...dependencies, ...devDependencies }).filter(name => !said.includes(`\`${name}\``))).toEqual([])
  })
})

function inRoom(...names: Room[]): string[] {
  return sources.filter(file => names.includes(roomOf(file)))
}

function roomOf(file: string): Room {
  return file.split('/')[0] as Room
}

function saying(directive: string): string[] {
  return sources.filter(file => new RegExp(`^['"]${directive}['"]`, 'm').test(textOf.get(file)!))
}

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const found = textOf.get(file)!.matchAll(/(?:^|\n)\s*(import|export)( type)? [^'"]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g)
  return [...found].flatMap(([, , type, from, dynamic]) => {
    const name = from ?? dynamic ?? ''
    const target = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? normalize(join(dirname(file), name)) : null
    return target === null ? [] : [{ target, typeOnly: type !== undefined }]
  })
}

function packagesOf(file: string): string[] {
  const found = textOf.get(file)!.matchAll(/from\s+['"]([^'".@][^'"]*|@[^/'"]+\/[^'"]+)['"]/g)
  return [...found].map(([, name]) => name!).filter(name => !name.startsWith('node:'))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')
}
