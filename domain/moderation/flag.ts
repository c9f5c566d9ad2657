/** Why somebody flags a case or a reply. Codes; messages/zh/queue.ts has the words. */
export const flagReasons = [
  'joke', 'duplicate', 'personal_data', 'abuse', 'advertising', 'wrong_process', 'other',
] as const
export type FlagReason = (typeof flagReasons)[number]
