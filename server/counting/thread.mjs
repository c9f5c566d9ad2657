// Where the thread that counts figures begins. Plain JavaScript, since a thread has to be taught TypeScript anew.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
