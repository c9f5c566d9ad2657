import { isDatabaseAway } from '../db/away'
import { sweep } from '../db/sweep'

// Days are what retention is told in; an hour late is soon enough, and a start has other things to do at first.
const sweepEvery = 3_600_000
const firstAfter = 60_000

/** Has what is to be forgotten forgotten from now on; answers how to end that. Several instances may do so at once. */
export function sweepRegularly(): () => void {
  const turn = () => {
    sweep(Date.now()).catch(error => {
      if (!isDatabaseAway(error)) console.error(error)
    })
  }
  const first = setTimeout(turn, firstAfter)
  const every = setInterval(turn, sweepEvery)
  return () => {
    clearTimeout(first)
    clearInterval(every)
  }
}
