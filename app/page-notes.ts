import { headers } from './request'

type PageNotes = { status?: number; shows?: string[]; session?: number; wait?: number }

/** Leaves word about the page that is being made, for our server (server/next/page-notes.ts), which runs in the same thread. */
export async function leaveNote(note: PageNotes): Promise<void> {
  const request = (await headers()).get('x-guoshen-request')
  if (request) notes?.set(request, { ...notes.get(request), ...note })
}

const notes = (globalThis as typeof globalThis & { guoshenPageNotes?: Map<string, PageNotes> }).guoshenPageNotes
