import { countGraphemes } from '../text/graphemes'
import { holdsPersonalData } from './masking'

/** What a writer puts in place of the telling part of a name. */
export const veil = '〇'

const fewest = 2
const most = 30

/**
 * What is wrong with a masked name, as a problem code, or null. A name's shape never holds the name: at least one 〇,
 * 2 to 30 characters, and nothing by which its owner could be found.
 */
export function faultOfNameShape(shape: string): string | null {
  const length = countGraphemes(shape)
  if (length < fewest || length > most) return 'name_shape_length'
  if (!shape.includes(veil)) return 'name_shape_unveiled'
  const telling = /https?:|www\.|\.(?:com|cn|net|org|io|top|xyz|app)\b/i.test(shape) || holdsPersonalData(shape)
  return telling ? 'name_shape_telling' : null
}
