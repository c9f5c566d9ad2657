// Loaded before a program of ours (--import): ends it with SIGKILL at the DIE_AT-th thing it does to what lies in the folder
// DIE_IN, before it is done; of a copy, also when half of it is there. Lived through, it says how many things there were.
import Database from 'better-sqlite3'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { DIE_IN: folder, DIE_AT: at } = process.env
let steps = 0

function step(halfDone = () => undefined) {
  if (++steps !== Number(at)) return
  halfDone()
  process.kill(process.pid, 'SIGKILL')
}

const isOurs = path => String(path).startsWith(folder)

for (const name of ['renameSync', 'rmSync', 'mkdirSync', 'writeFileSync', 'copyFileSync', 'linkSync']) {
  const real = fs[name]
  fs[name] = (path, ...rest) => {
    if (isOurs(path) || isOurs(rest[0])) step()
    if (name === 'copyFileSync') step(() => fs.appendFileSync(rest[0], fs.readFileSync(path).subarray(0, 5000)))
    return real(path, ...rest)
  }
}
const written = new Set()
const { open, write } = fs
fs.open = (path, flags, mode, done) => open(path, flags, mode, (error, descriptor) => {
  if (isOurs(path)) written.add(descriptor)
  done(error, descriptor)
})
fs.write = (descriptor, ...rest) => {
  if (written.has(descriptor)) step()
  return write(descriptor, ...rest)
}
syncBuiltinESMExports()

for (const name of ['exec', 'pragma', 'backup', 'close']) {
  const real = Database.prototype[name]
  Database.prototype[name] = function (...given) {
    if (isOurs(this.name)) step()
    return real.apply(this, given)
  }
}

process.on('exit', () => process.stderr.write(`steps: ${steps}\n`))
