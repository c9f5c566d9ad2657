import type { Proof } from '../../codes'
import { allNamed, proofWords } from './dictionary'

type Demanded = Exclude<Proof, 'none' | 'unknown'>

const demand = /(?:要|让|叫|要求|需要|必须|得有|得要|提供|出示|补交?|上传|提交|请提供|\bprovide\b)/i
const free = /没人.{0,4}要.{0,2}(?:软著|证明|材料)|(?:没有?|不|未|无|没被|不用|不需|无需|不必)(?:被)?(?:要求?|用|需要?|让)?(?:我)?(?:提供|交|上传)?(?:任何|什么)?(?:软著|软件著作权|证明|材料|授权书|商标)|(?:软著|软件著作权|证明|材料)(?:我|也|都)?(?:没|不|未|无)(?:有)?(?:被)?(?:要|用|需|让)|(?:啥|什么)(?:材料|证明)?都(?:没|不)(?:要|用)|(?:没|不)要软著/
// One's own trouble with a paper is no demand: 软著办了两个月.
const own = /(?:软著|商标|授权书)(?:已经)?(?:办|申请|下来|注册)了|(?:没|有)(?:软著|商标)(?:就|的)/

/** Proofs that a clause says were demanded. */
export function demandedIn(clause: string): Demanded[] {
  if (freeOfProof(clause) || own.test(clause) || /不是(?:要|让)/.test(clause)) return []
  // What was handed in is no demand of its own.
  if (/(?:补充|上传|提交|交|提供|出示|办)(?:了|上去|完|好)/.test(clause)) return []
  return allNamed(proofWords, clause).filter(code => {
    const word = proofWords.find(([it]) => it === code)![1]
    const at = clause.search(word)
    return demand.test(clause.slice(Math.max(0, at - 12), at + 2))
  })
}

/** Whether a clause says that none was. */
export function freeOfProof(clause: string): boolean {
  return free.test(clause) && !own.test(clause)
}
