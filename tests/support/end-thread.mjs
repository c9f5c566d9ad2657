// Loaded before a site starts (NODE_OPTIONS=--import …): SIGUSR2 ends each thread of it but the first, as running out of
// memory would.
import { BroadcastChannel, isMainThread } from 'node:worker_threads'

const channel = new BroadcastChannel('end-thread')
channel.unref()
if (isMainThread) process.on('SIGUSR2', () => channel.postMessage('end'))
else channel.onmessage = () => process.exit(7)
