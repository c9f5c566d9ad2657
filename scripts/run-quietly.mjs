import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** Runs a program and shows what it said only when it fails; then throws with `exitCode` 14. Ends with us when we are stopped. */
export function runQuietly(program, args, complaint, environment = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = signal => {
      child.kill(signal)
      process.exit(128 + constants.signals[signal])
    }
    process.on('SIGTERM', stop).on('SIGINT', stop)
    let said = ''
    child.stdout.on('data', data => { said += data })
    child.stderr.on('data', data => { said += data })
    child.on('error', error => reject(failure(`${complaint} (${error.message}).`)))
    child.on('close', code => {
      process.off('SIGTERM', stop).off('SIGINT', stop)
      if (code === 0) return resolve(said)
      if (complaint) console.error(said)
      reject(failure(`${complaint}: ${program} ended with ${code}; what it said stands above.`))
    })
  })
}

function failure(message) {
  return Object.assign(new Error(message), { exitCode: 14 })
}
