import { z } from 'zod'

/** The largest id PostgreSQL gives (int4); asked for a larger one, it fails instead of finding nothing. */
export const largestId = 2_147_483_647

/** Whether a text out of an address or a form can be the id of anything. */
export function isId(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= largestId
}

/** A form field that names something by its id. */
export const idSchema = z.string().refine(isId, 'not_in_list').transform(Number)
