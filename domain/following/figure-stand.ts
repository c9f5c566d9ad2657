/**
 * What a followed figure said when its follower was last told: its value and the interval that went with it, in the
 * figure's own unit (minutes of a wait, shares from 0 to 1). Null limits are open ends.
 */
export type FigureStand = { value: number; low: number | null; high: number | null; n: number; at: number }
