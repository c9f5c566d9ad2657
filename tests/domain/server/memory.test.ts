import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { Answer } from '@/server/memory/answer'
import { Memory, type Terms } from '@/server/memory/memory'

const anHour = 3_600_000

/** A page that counts how often it was made, and is done when told. */
function workbench(memory = new Memory<string>(10 * 1024 * 1024)) {
  let made = 0
  const waiting: (() => void)[] = []
  const terms = (more: Partial<Terms<string>> = {}): Terms<string> => ({
    topics: ['cases', 'case:1'], showsMore: false, maxAge: anHour, ...more,
    make: more.make ?? (async () => {
      const text = `version ${++made}`
      await new Promise<void>(resolve => waiting.push(resolve))
      return { answer: answerOf(text), shows: [] }
    }),
  })
  return { memory, terms, made: () => made, done: () => waiting.splice(0).forEach(resolve => resolve()) }
}

const answerOf = (text: string) => new Answer([['content-type', 'text/plain']], Buffer.from(text))

async function told(asked: ReturnType<Memory<string>['answer']>): Promise<string> {
  const it = await asked
  if ('other' in it) return `${it.from}: ${it.other}`
  return `${it.from}: ${(await it.answer.for(undefined)).bytes}`
}

describe('A page', () => {
  test('that 50 ask for at once is made once', async () => {
    const { memory, terms, made, done } = workbench()
    const asked = Array.from({ length: 50 }, () => told(memory.answer('/', terms())))
    done()
    expect(await Promise.all(asked)).toEqual(['made: version 1', ...Array(49).fill('joined: version 1')])
    expect(await told(memory.answer('/', terms()))).toBe('memory: version 1')
    expect(made()).toBe(1)
  })

  test('is made anew for the first who asks after a change; who comes meanwhile has the old one for a quarter of a second', async () => {
    const { memory, terms, done } = workbench()
    const first = told(memory.answer('/', terms()))
    done()
    await first
    memory.changed(['case:1'])
    expect(memory.fresh('/')).toBeNull()
    const next = told(memory.answer('/', terms()))
    expect(await told(memory.answer('/', terms()))).toBe('stale: version 1')
    await sleep(250)
    const late = told(memory.answer('/', terms()))
    done()
    expect(await next).toBe('made: version 2')
    expect(await late).toBe('joined: version 2')
  })

  test('is new for one who looks, writes and looks again at once', async () => {
    const { memory, terms, done } = workbench()
    for (let version = 1; version < 20; version++) {
      const asked = told(memory.answer('/', terms()))
      done()
      expect(await asked).toBe(`made: version ${version}`)
      expect(await told(memory.answer('/', terms()))).toBe(`memory: version ${version}`)
      expect(memory.fresh('/')).not.toBeNull()
      memory.changed(['case:1'])
    }
  })

  test('that a crowd asks for is made every sixth of a second, however often it changes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
    const { memory, terms, made } = workbench()
    const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
    let version = 0
    let flights = 0
    const make = async () => {
      flights++
      const text = `version ${version}`
      await pause(5)
      return { answer: answerOf(text), shows: [] }
    }
    const oldest: number[] = []
    const changes: number[] = []
    const crowd = async () => {
      for (let n = 0; n < 1_000; n++) {
        if (n % 20 === 0) {
          memory.changed(['case:1'])
          changes[++version] = performance.now()
        }
        const it = await memory.answer('/', terms({ make }))
        if (!('answer' in it)) throw new Error('The page was not remembered.')
        const shown = Number(/\d+/.exec(String((await it.answer.for(undefined)).bytes)))
        oldest.push(performance.now() - (changes[shown + 1] ?? performance.now()))
        await pause(1)
      }
    }
    try {
      const asked = crowd()
      await vi.advanceTimersByTimeAsync(3_000)
      await asked
    } finally {
      vi.useRealTimers()
    }
    expect(version).toBe(50)
    expect(flights).toBeGreaterThan(5)
    expect(flights).toBeLessThan(12)
    expect(Math.max(...oldest)).toBeLessThan(250)
    expect(made()).toBe(0)
  })

  test('does not grow old by what it does not show', async () => {
    const { memory, terms, done } = workbench()
    const first = told(memory.answer('/', terms()))
    done()
    await first
    memory.changed(['case:2', 'rules'])
    expect(await told(memory.answer('/', terms()))).toBe('memory: version 1')
  })

  test('grows old by what it told itself that it shows', async () => {
    const { memory, terms } = workbench()
    const make = async () => ({ answer: answerOf('with others'), shows: ['case:7'] })
    await memory.answer('/', terms({ make, showsMore: true }))
    memory.changed(['case:7'])
    expect(memory.fresh('/')).toBeNull()
  })

  test('being made while it changes is given to nobody who asks after the change', async () => {
    const { memory, terms, made, done } = workbench()
    const before = told(memory.answer('/', terms()))
    memory.changed(['cases'])
    const after = told(memory.answer('/', terms()))
    done()
    expect(await before).toBe('made: version 1')
    expect(await after).toBe('made: version 2')
    expect(await told(memory.answer('/', terms()))).toBe('memory: version 2')
    expect(made()).toBe(2)
  })

  test('made first and done last does not take the place of a newer one', async () => {
    const { memory, terms } = workbench()
    let finish = () => undefined as void
    const slow = async () => {
      await new Promise<void>(resolve => { finish = resolve })
      return { answer: answerOf('slow and old'), shows: [] }
    }
    const old = memory.answer('/', terms({ make: slow }))
    memory.changed(['cases'])
    await memory.answer('/', terms({ make: async () => ({ answer: answerOf('new'), shows: [] }) }))
    finish()
    await old
    expect(await told(memory.answer('/', terms()))).toBe('memory: new')
  })

  test('whose clocks have moved on is shown once more while it is made anew', async () => {
    const { memory, terms, made, done } = workbench()
    const first = told(memory.answer('/', terms({ maxAge: 200 })))
    done()
    await first
    await sleep(220)
    expect(await told(memory.answer('/', terms({ maxAge: 200 })))).toBe('stale: version 1')
    expect(made()).toBe(2)
    done()
    await sleep(1)
    expect(await told(memory.answer('/', terms({ maxAge: 200 })))).toBe('memory: version 2')
  })

  test('that could not be made, or is not to be remembered, is made again for whoever comes next', async () => {
    const { memory, terms } = workbench()
    await expect(memory.answer('/', terms({ make: async () => { throw new Error('away') } }))).rejects.toThrow('away')
    const refuse = async () => ({ other: 'not found' })
    expect(await told(memory.answer('/', terms({ make: refuse })))).toBe('made: not found')
    expect(await told(memory.answer('/', terms({ make: refuse })))).toBe('made: not found')
    expect(memory.bytes).toBe(0)
  })
})

describe('The memory', () => {
  test('never takes more than it may; what was not asked for longest goes first', async () => {
    const most = 200_000
    const memory = new Memory<string>(most)
    const put = (key: string, size: number) => memory.answer(key, {
      topics: ['cases'], showsMore: false, maxAge: anHour, make: async () => ({ answer: answerOf('x'.repeat(size)), shows: [] }),
    })
    await put('/kept', 5_000)
    for (let n = 0; n < 50; n++) {
      await put(`/${n}`, 5_000)
      expect(memory.fresh('/kept')).not.toBeNull()
      expect(memory.bytes).toBeLessThanOrEqual(most)
    }
    expect(memory.fresh('/0')).toBeNull()
    await put('/larger than all', most)
    expect(memory.fresh('/larger than all')).toBeNull()
  })

  test('forgets everything when told, also what is being made', async () => {
    const { memory, terms, done } = workbench()
    const asked = told(memory.answer('/', terms()))
    memory.forgetEverything()
    done()
    await asked
    expect(memory.fresh('/')).toBeNull()
  })
})
