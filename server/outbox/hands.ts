import { tellFollowers } from '../../db/following/tell-followers'
import { letter } from './hands/letter'
import { notice } from './hands/notice'
import type { Hands } from './tools'

/** Who does which kind of errand. */
export const hands: Hands = {
  happening: (errand, { now }) => tellFollowers(errand, now),
  notice,
  letter,
}
