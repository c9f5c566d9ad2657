import { Agent, get } from 'node:http'

const atOnce = 8

/** How many times a second this address is answered to eight who ask at once and again, and after how many milliseconds. */
export async function pagesPerSecond(
  address: string, headers: Record<string, string>, seconds: number,
): Promise<{ rate: number; middle: number; most: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const once = () => new Promise<void>((resolve, reject) => {
    get(address, { agent, headers: { 'accept-encoding': 'br, gzip', ...headers } }, answer => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answers ${answer.statusCode}`))
      answer.resume().once('end', resolve).once('error', reject)
    }).once('error', reject)
  })
  // What is made once is made before.
  for (let n = 0; n < 20; n++) await once()
  const times: number[] = []
  const from = performance.now()
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (performance.now() - from < seconds * 1_000) {
      const asked = performance.now()
      await once()
      times.push(performance.now() - asked)
    }
  }))
  const taken = (performance.now() - from) / 1_000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { rate: times.length / taken, middle: times[Math.floor(times.length * 0.5)]!, most: times[Math.floor(times.length * 0.99)]! }
}
