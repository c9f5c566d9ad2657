// Where the thread of backups begins. Plain JavaScript, since a thread has to be taught TypeScript anew.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
