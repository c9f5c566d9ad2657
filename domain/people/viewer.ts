export const roles = ['member', 'moderator', 'admin'] as const
export type Role = (typeof roles)[number]

export type Guest = { kind: 'guest' }
export type Member = {
  kind: 'member'
  id: number
  name: string
  role: Role
  /** Reads and exports, but writes nothing. */
  suspended: boolean
  sessionId: number
}

/** Whoever is at the door. */
export type Viewer = Guest | Member

export const guest: Guest = { kind: 'guest' }
