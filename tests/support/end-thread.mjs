// Loaded before a site starts (NODE_OPTIONS=--import …): SIGUSR2 ends each thread of it but the first, as running out of
// memory would; SIGURG lets each of them hang.
import { BroadcastChannel, isMainThread } from 'node:worker_threads'

const channel = new BroadcastChannel('end-thread')
channel.unref()
if (isMainThread) {
  process.on('SIGUSR2', () => channel.postMessage('end'))
  process.on('SIGURG', () => channel.postMessage('hang'))
} else {
  channel.onmessage = ({ data }) => {
    if (data === 'end') process.exit(7)
    for (;;);
  }
}
