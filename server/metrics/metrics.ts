import type { IncomingMessage } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Answered } from '../log'
import { Histogram } from './histogram'
import { isLocal, kindOf, requestKinds, type RequestKind } from './request-kind'
import { exposition, type Family } from './exposition'

/** Who knows how things are at this moment. */
type House = { memory: { size: number; bytes: number }; room: { underWay: () => number; lateness: () => number } }

/**
 * What this program has done since it was started, for a Prometheus on the same machine. Numbers of kinds of requests and
 * nothing of any one of them.
 */
export class Metrics {
  private readonly answered = new Map<string, number>()
  private readonly seconds = Object.fromEntries(requestKinds.map(kind => [kind, new Histogram()])) as Record<RequestKind, Histogram>
  private readonly delay = monitorEventLoopDelay({ resolution: 20 })
  private writes = 0

  constructor() {
    this.delay.enable()
  }

  /** Whether a Prometheus on this machine is asking. For anybody else there is nothing at that address. */
  areAskedBy(request: IncomingMessage): boolean {
    return request.method === 'GET' && request.url === '/metrics' && isLocal(request)
  }

  /** The access log, with each answer counted before it is written down. */
  counting(log: (request: IncomingMessage, answered: Answered) => void): typeof log {
    return (request, answered) => {
      this.count(request.url ?? '/', answered)
      log(request, answered)
    }
  }

  /** A write of this program was heard of that changed what pages show. */
  wrote(): void {
    this.writes++
  }

  /** All of it as Prometheus reads it. */
  told({ memory, room }: House): string {
    const worst = this.delay.max / 1e9
    this.delay.reset()
    const gauge = (name: string, help: string, value: number): Family => ({ name, help, type: 'gauge', samples: [{ labels: {}, value }] })
    return exposition([
      { name: 'guoshen_requests_total', help: 'Requests answered, by kind, status and where the answer came from.', type: 'counter', samples: [...this.answered].map(([key, value]) => ({ labels: labelsOf(key), value })) },
      { name: 'guoshen_request_seconds', help: 'From the head of a request to the end of its answer.', type: 'histogram', samples: requestKinds.flatMap(kind => this.seconds[kind].samples({ kind })) },
      { name: 'guoshen_writes_total', help: 'Writes of this program that changed what pages show.', type: 'counter', samples: [{ labels: {}, value: this.writes }] },
      {
        name: 'guoshen_thread_late_seconds', help: 'By how much a thread is late in turning to its clock; of the door the worst since this was last asked.', type: 'gauge',
        samples: [{ labels: { thread: 'door' }, value: worst }, { labels: { thread: 'pages' }, value: room.lateness() / 1_000 }],
      },
      gauge('guoshen_requests_under_way', 'Requests for which a page is being made.', room.underWay()),
      gauge('guoshen_remembered_pages', 'Finished answers that are remembered.', memory.size),
      gauge('guoshen_remembered_bytes', 'What they may take.', memory.bytes),
      gauge('process_resident_memory_bytes', 'Memory of this program.', process.memoryUsage.rss()),
      gauge('process_start_time_seconds', 'When this program was started, since the Unix epoch.', Math.round(Date.now() / 1_000 - process.uptime())),
    ])
  }

  private count(url: string, { status, from, begun }: Answered): void {
    const kind = kindOf(url)
    const key = `${kind} ${Math.floor(status / 100)}xx ${from}`
    this.answered.set(key, (this.answered.get(key) ?? 0) + 1)
    this.seconds[kind].observe((performance.now() - begun) / 1_000)
  }
}

function labelsOf(key: string): Record<string, string> {
  const [kind = '', status = '', from = ''] = key.split(' ')
  return { kind, status, from }
}
