export const roles = ['member', 'moderator', 'admin'] as const
export type Role = (typeof roles)[number]

/** A silence takes the word away, a suspension all but reading. */
export const holdKinds = ['silence', 'suspension'] as const
export type HoldKind = (typeof holdKinds)[number]

export type Guest = { kind: 'guest' }
export type Member = {
  kind: 'member'
  id: number
  name: string
  /** What he may do now. */
  role: Role
  /** The role that he has been given and may not use before he signs in with two steps. */
  waitingRole?: Exclude<Role, 'member'>
  /** Reads and exports, but writes nothing. */
  suspended: boolean
  /** Writes and votes nothing, and looks after his own. */
  silenced?: boolean
  /** Not let in yet: reads and keeps drafts, and publishes nothing. */
  awaiting?: boolean
  /** 0 where a program of his came with a token. */
  sessionId: number
}

/** Whoever is at the door. */
export type Viewer = Guest | Member

export const guest: Guest = { kind: 'guest' }
