import { LRUCache } from 'lru-cache'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { readCurrent, type Reader } from '../../db/connection'
import { memberOfSessionId } from '../../db/people/sessions'
import type { Member } from '../../domain/people/viewer'
import { sessionCookie } from '../headers/own-headers'
import type { Making, Once } from '../making'
import type { Memory } from '../memory/memory'
import { sessionHeader } from '../next/page-notes'
import { termsOf, type Found } from '../routes'
import { PersonalAnswer } from './personal-answer'
import { putTogether } from './personal-page'
import { factsOf } from './reader-facts'

// About a kilobyte each.
const mostCookies = 10_000

/**
 * Pages for people who are signed in, put together from what is remembered for anyone. Nothing personal is kept but which
 * session a cookie stands for, as Next said when it opened it; whether that session lives, and whose it is, the database is
 * asked each time.
 */
export class Personal {
  private readonly sessions = new LRUCache<string, number>({ max: mostCookies })

  constructor(private readonly memory: Memory<Once>, private readonly making: Making) {}

  /** Notes what Next has said of this request's cookie. */
  learn(request: IncomingMessage, told: IncomingHttpHeaders): void {
    const [cookie, session] = [sessionCookie(request), Number(told[sessionHeader])]
    if (cookie && Number.isSafeInteger(session) && session > 0) this.sessions.set(cookie, session)
  }

  /** The page as this member gets it; null when Next has to make it for him. */
  async pageFor(request: IncomingMessage, url: string, found: Found): Promise<Once | null> {
    const session = found.route.forAnyone && this.sessions.get(sessionCookie(request) ?? '')
    if (!session) return null
    const database = await readCurrent()
    const member = await this.ordinaryMember(database, session)
    if (!member) return null
    const told = await this.memory.answer(`anyone ${url}`, { ...termsOf(found), make: () => this.making.forAnyone(url) })
    // What he wrote a moment ago must be there.
    if (told.from === 'stale' || !('answer' in told) || !(told.answer instanceof PersonalAnswer)) return null
    const { page, headersForOne } = told.answer
    const body = putTogether(page, await factsOf(database, member, page.questions))
    return body && { status: 200, headers: headersForOne, body }
  }

  // Next notes once a day that somebody is here; moderators and people who are suspended see more, or less.
  private async ordinaryMember(database: Reader, session: number): Promise<Member | null> {
    const found = await memberOfSessionId(database, session, Date.now())
    return found && !found.unseen && found.member.role === 'member' && !found.member.suspended && !found.member.silenced && !found.member.awaiting ? found.member : null
  }
}
