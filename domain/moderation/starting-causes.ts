import type { StartingTag } from './starting-tags'

/** What a case turned on, by the words people use for it; each answers to a code of `sent_back` or of a proof. */
export const startingCauses: readonly StartingTag[] = [
  {
    slug: 'name_unrelated',
    zh: { name: '名称：与主体无关联', description: '审核认为名称看不出与主体的关系。' },
    en: { name: 'Name unrelated to its owner', description: 'The reviewer saw no connection between the name and the account that owns it.' },
    synonyms: ['无关联', '主体无关联', '名称与主体无关联', '名称与主体不符', 'unrelated name'],
  },
  {
    slug: 'name_generic',
    zh: { name: '名称：通用词', description: '名称是功能或行业的通用词，没有可以区别的部分。' },
    en: { name: 'Generic name', description: 'The name is a general word for a function or trade, with nothing to tell it apart.' },
    synonyms: ['通用词', '泛词', '功能词', 'common word'],
  },
  {
    slug: 'name_region',
    zh: { name: '名称：含地域', description: '名称里有地名，要求去掉或证明。' },
    en: { name: 'Region in the name', description: 'The name holds a place, which had to go or be proved.' },
    synonyms: ['地域词', '地名', 'place name'],
  },
  {
    slug: 'name_brand',
    zh: { name: '名称：涉及品牌', description: '名称与某个品牌或商标相同或相近。' },
    en: { name: 'Brand in the name', description: 'The name is or resembles a brand or a trademark.' },
    synonyms: ['商标侵权', '品牌词', '近似品牌', 'trademark in the name'],
  },
  {
    slug: 'app_like',
    zh: { name: '名称：像 APP', description: '审核认为名称像一个 APP，要求软著或改名。' },
    en: { name: 'Name reads like an app', description: 'The reviewer took the name for that of an app and asked for a software-copyright certificate or another name.' },
    synonyms: ['疑似app', '像app', 'app名称', 'looks like an app'],
  },
  {
    slug: 'name_official',
    zh: { name: '名称：像官方', description: '名称让人以为是官方、平台或社区所办。' },
    en: { name: 'Sounds official', description: 'The name suggests an authority, a platform or an official community.' },
    synonyms: ['冒充官方', '夸大', 'impersonation'],
  },
  {
    slug: 'software_copyright',
    zh: { name: '软著', description: '经过的关键是软件著作权登记证书：被要求、提交了，或因此改名。' },
    en: { name: 'Software copyright', description: 'It turned on a software-copyright certificate: asked for, handed in, or avoided by renaming.' },
    synonyms: ['软件著作权', '软件著作权登记', '软著证书', 'software copyright certificate'],
  },
  {
    slug: 'identity_mismatch',
    zh: { name: '身份不符', description: '填写的管理员或法人信息与登记的不一致。' },
    en: { name: 'Identity does not match', description: 'The administrator or legal representative given differs from the one registered.' },
    synonyms: ['信息不一致', 'identity mismatch'],
  },
  {
    slug: 'unreachable',
    zh: { name: '电话未接通', description: '审核电话漏接或打不通，因此被打回或终止。' },
    en: { name: 'Call missed', description: 'The reviewer’s call was missed or did not get through, and the order was sent back or ended.' },
    synonyms: ['漏接', '漏接电话', '没接到电话', 'missed call'],
  },
  {
    slug: 'category_mismatch',
    zh: { name: '类目不符', description: '服务类目与实际内容对不上。' },
    en: { name: 'Category does not match', description: 'The service category does not fit what the program does.' },
    synonyms: ['类目不对', '服务类目', 'wrong category'],
  },
  {
    slug: 'industry_licence',
    zh: { name: '缺行业资质', description: '类目要求许可证或其他资质。' },
    en: { name: 'Industry licence', description: 'The category asks for a licence or another qualification.' },
    synonyms: ['资质', '许可证', '缺资质', 'licence', 'license'],
  },
  {
    slug: 'occupation_proof',
    zh: { name: '职业证明', description: '填写的职业要求证明，或证明被驳回。' },
    en: { name: 'Proof of occupation', description: 'The occupation given had to be proved, or its proof was refused.' },
    synonyms: ['职业信息', 'occupation'],
  },
]
