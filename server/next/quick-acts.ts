import type { IncomingMessage, ServerResponse } from 'node:http'

// The acts are in Next's bundle, and leave there how they are done without it (app/do/[act]/route.ts).
const shared = globalThis as typeof globalThis & {
  guoshenQuickActs?: (request: IncomingMessage, response: ServerResponse) => boolean
}

/** Does an act that needs nothing of Next; false where it is none, or Next has not read them yet. */
export function actQuickly(request: IncomingMessage, response: ServerResponse): boolean {
  return shared.guoshenQuickActs?.(request, response) ?? false
}
