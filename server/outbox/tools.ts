import type { Errand } from '../../db/outbox/errands'
import type { ErrandKind } from '../../domain/outbox/errands'
import type { Post } from '../mail/post'
import type { Sender } from '../webhooks/send'

/** What hands work with. */
export type Tools = {
  /** Epoch milliseconds. */
  now: () => number
  /** Null where no mail server is set: then nobody is written to. */
  post: Post | null
  /** Brings deliveries to webhooks; left out, to public addresses alone. */
  sender?: Sender
  siteUrl: string
  /** Seals the links in letters. */
  secret: string
}

/** Does one kind of errand, and ends it in the same write as what it did. Whatever it throws is tried again, but `GiveUp`. */
export type Hand<Kind extends ErrandKind> = (errand: Errand<Kind>, tools: Tools) => Promise<void>
export type Hands = { [Kind in ErrandKind]: Hand<Kind> }
