import type { Process, Province, Proof, Reason, Subject } from '../../codes'

// What people call things. The first that fits counts, so the narrower word stands above the wider one.

type Named<Code extends string> = readonly (readonly [code: Code, words: RegExp])[]

export const processWords: Named<Process> = [
  ['renewal', /年审|年检|续费认证/],
  ['code_review', /代码审核|提审|发版审核|发布审核|版本审核/],
  ['rename', /改名(?:字)?(?:审核|审批|提交|申请|通过)|申请改名/],
  ['certification', /认证|\bcertification\b/i],
  ['filing', /备案|管局|\bICP filing\b/i],
]

export const subjectWords: Named<Subject> = [
  ['sole_trader', /个体(?:工商)?户?/],
  ['company', /企业|(?<!我朋友的|朋友|外包|审核)公司/],
  ['government', /政府|事业单位/],
  ['media', /媒体主体|媒体类/],
  ['personal', /个人(?!觉得|认为|感觉|建议|信息|资料|中心|页|隐私|猜|看法|经验)/],
]

export const proofWords: Named<Exclude<Proof, 'none' | 'unknown'>> = [
  ['software_copyright', /软著|软件著作权|software copyright/i],
  ['trademark', /商标(?:注册)?(?:证书?|证明)?/],
  ['authorisation', /授权(?:书|证明|函)?(?!登录|码|给)/],
  ['own_name_link', /(?:姓名|名字|本人)?关联证明|姓名证明/],
  ['industry_licence', /许可证|行业资质|资质证明|特殊资质/],
]

export const reasonWords: Named<Exclude<Reason, 'other' | 'none_given' | 'unknown'>> = [
  ['name_generic', /通用词|通用名|宽泛|功能词|太普通|通用性|过于简单/],
  ['name_region', /地域|地名|地区名|行政区/],
  ['name_app_like', /像 ?(?:个|一个|是)?(?:APP|应用)|疑似 ?APP|类似 ?APP|app-like/i],
  ['name_exaggerated', /夸大|冒充|假冒|虚假宣传|极限词|误导|官方(?=[”"』]|两个?字|字样)/],
  ['name_confusing', /混淆|误认|名(?:称|字)(?:近似|相似)/],
  ['name_brand', /品牌|侵权|他人商标/],
  ['name_unrelated', /无关联|没有?关联|不相关|关联不上|(?:主体|本人|身份|我|公司|企业).{0,2}(?:无关|没关系)/],
  ['unreachable', /电话(?:没|未|无法|打不)(?:有)?(?:接|打通|通)|没接[到上]|没接(?:审核)?电话|漏接|忘了?接|联系不上|无法接通/],
  ['occupation_proof', /职业.{0,16}(?:证明|不符|不实|核实)/],
  ['industry_licence', /缺(?:少)?(?:相关)?资质|没有?资质|资质不(?:全|足|符)/],
  ['category_mismatch', /类目.{0,6}(?:不符|不对|不匹配|错误|选错|不正确|不一致)/],
  ['service_unusable', /服务.{0,3}不可用|功能不可用|(?:页面|小程序|服务)(?:无法打开|打不开|无法使用)/],
  ['identity_mismatch', /身份不符|身份信息(?:不符|不一致|有误)|信息不一致|非本人/],
  ['photo_quality', /(?:照片|材料|证件照?|图片|身份证|执照).{0,4}(?:不清|模糊|糊|看不清)/],
]

/** That it was refused or sent back, or that somebody is quoted as finding fault. */
export const refusal = /打回(?!去)|驳回|被?拒|被退|退单|作废|拒绝|非说|判定|认定|(?<!没)(?<!没有)(?:让我|要求)|不规范|不给用|不让用|终止|失败|不通过|没通过|未通过|退回|不给过|不让过|不予|理由|原因|^.{0,8}说|提示|审核说|不行|\bsays?\b/i
export const sentBack = /(?:打|退|驳)回(?!来的原因|去)|退单|被退|被拒|拒绝|拒了/

export const renameDemand = /(?:让|叫|要求?|必须|只能|得|建议)我?.{0,2}(?:改名|改个?名|换个?名|换一个|重新起名|重新取名|重起|加上?.{0,2}自己的?(?:名字|姓名))|名(?:称|字)(?:没|未|不)(?:能)?(?:通过|过|行)|要么.{0,2}(?:改|换)名|(?:名称|名字).{0,6}(?:不规范|不过|通不过|不行|不能用)|不给用|不让用|要求修改|(?:只好|只能|被迫|逼(?:着|得)?我?)改名|改完名|或者?(?:修改|改|换)名|(?:把|将).{0,8}去掉|换了[几一二两三四五六\d]个名/
export const nameAccepted = /名(?:称|字)(?:没问题|没有?被?打回|直接(?:通过|过)|没改|可以用|审核通过|也?过了)/

export const provinceNames: Named<Province> = ([
  ['beijing', '北京'], ['tianjin', '天津'], ['hebei', '河北'], ['shanxi', '山西'], ['neimenggu', '内蒙'],
  ['liaoning', '辽宁'], ['jilin', '吉林'], ['heilongjiang', '黑龙江'], ['shanghai', '上海'], ['jiangsu', '江苏'],
  ['zhejiang', '浙江'], ['anhui', '安徽'], ['fujian', '福建'], ['jiangxi', '江西'], ['shandong', '山东'],
  ['henan', '河南'], ['hubei', '湖北'], ['hunan', '湖南'], ['guangdong', '广东'], ['guangxi', '广西'],
  ['hainan', '海南'], ['chongqing', '重庆'], ['sichuan', '四川'], ['guizhou', '贵州'], ['yunnan', '云南'],
  ['xizang', '西藏'], ['shaanxi', '陕西'], ['gansu', '甘肃'], ['qinghai', '青海'], ['ningxia', '宁夏'],
  ['xinjiang', '新疆'],
] as const).map(([code, name]) => [code, new RegExp(name)] as const)

/** The first code whose words stand in a text, and where. */
export function firstNamed<Code extends string>(words: Named<Code>, text: string): { code: Code; at: number } | null {
  for (const [code, pattern] of words) {
    const at = text.search(pattern)
    if (at !== -1) return { code, at }
  }
  return null
}

/** All codes whose words stand in a text. */
export function allNamed<Code extends string>(words: Named<Code>, text: string): Code[] {
  return words.filter(([, pattern]) => pattern.test(text)).map(([code]) => code)
}
