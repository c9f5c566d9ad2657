import { randomFrom } from '../domain/simulation/random'

// Made up from two parts each; whoever bears one of these names by chance is not meant.
const firsts = [
  '青石', '半夏', '木槿', '南风', '北辰', '晚灯', '小舟', '白露', '秋水', '长亭', '云起', '听雨', '拾光', '初七', '阿禾', '阿木',
  '小满', '立夏', '山茶', '竹影', '松间', '溪桥', '远帆', '归鸟', '微澜', '星野', '沐晨', '知秋', '知夏', '念北', '向晚', '墨白',
  '素年', '浅川', '若谷', '清和', '云雀', '麦田', '橘子', '柚子', '豆豆', '果冻', '馒头', '团子', '核桃', '石榴', '枇杷', '葡萄',
]
const lasts = [
  '写代码', '做工具', '不加班', '爱折腾', '在路上', '的小店', '的日常', '慢慢来', '不熬夜', '种花', '养猫', '遛狗', '看海', '煮茶',
  '读书', '听歌', '画画', '骑车', '跑步', '钓鱼', '开店', '记账', '教书', '修车', '烘焙', '摄影', '木工', '早睡', '晚起', '赶路',
]

/** The two who moderate the demonstration. */
export const moderatorNames = ['梅子', '老周'] as const

/** `count` names, no two alike; a number follows where the parts run out. */
export function madeUpNames(count: number, seed: string): string[] {
  const random = randomFrom(seed, 'names')
  const names = new Set<string>()
  while (names.size < count) {
    const name = random.one(firsts) + random.one(lasts)
    names.add(names.has(name) || random.chance(0.15) ? `${name}${random.whole(2, 99)}` : name)
  }
  return [...names]
}

/** Who is silenced. */
export const advertiserName = '代办小能手'
