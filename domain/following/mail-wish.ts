/** How notices are sent by mail: each by itself, all of a week together, or not at all. */
export const mailHows = ['none', 'each', 'weekly'] as const
export type MailHow = (typeof mailHows)[number]

/** Milliseconds from one digest to the next. */
export const digestEvery = 7 * 86_400_000
