import { openThreadRoom, type ThreadRoom } from '../thread-room'

/** The room where errands are done (thread.ts). It looks after itself. */
export function openOutboxRoom(): ThreadRoom {
  return openThreadRoom('errands', new URL('./thread.mjs', import.meta.url))
}
