// `npm run --silent wilson -- X N`: the share X of N with its 95 % interval, as on the pages.
import { wilson } from '../domain/statistics/wilson'
import { Misasked, runJsonCommand } from './json-command'

void runJsonCommand(([x, n, ...more]) => {
  if (!isCount(x) || !isCount(n) || more.length > 0) throw new Misasked('Say two whole numbers: npm run --silent wilson -- X N')
  if (Number(x) > Number(n)) throw new Misasked(`${x} of ${n} is not a share.`)
  const estimate = wilson(Number(x), Number(n))
  return { x: Number(x), n: Number(n), share: estimate?.value ?? null, lower: estimate?.lower ?? null, upper: estimate?.upper ?? null }
})

function isCount(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,15}$/.test(text)
}
