import { Answer, type Header } from '../memory/answer'
import type { PersonalPage } from './personal-page'

/** A page for anyone as it is remembered: not yet what is sent to somebody, and holding nothing of anybody. */
export class PersonalAnswer extends Answer {
  /** `headers` go with each page made of it; `bytes` is what the whole of it weighs. */
  constructor(readonly page: PersonalPage, readonly headersForOne: Header[], private readonly bytes: number) {
    super([], Buffer.alloc(0))
  }

  override get size(): number {
    return this.bytes * 2 + 4_096
  }
}
