// What each code is called. Codes are the domain's; these are their names for people.
import type {
  CaseState, Category, Channel, Ending, Entry, EventType, Feature, Kind, MaskedKind, Motive, NameBasis, NameChange,
  NamePattern, NameVerdict, Occupation, Outcome, PartOfDay, PassedElsewhere, Precision, Process, ProgramAge, Proof,
  ProofResult, Province, PublishedBefore, Reason, RegisteredPeriod, RestrictedScope, SoftwareCopyright, Source, Stage,
  Subject, WaitUnit, WhenKind,
} from '@/domain/codes'

type Names<Code extends string> = Record<Code, string>
/** Where a code is called otherwise in one review than in the others. */
type NamesIn<Code extends string> = Partial<Record<Process, Partial<Names<Code>>>>

const process: Names<Process> = {
  certification: '首次微信认证', renewal: '年审', filing: '小程序备案', rename: '改名审核', code_review: '代码审核',
}
const processHint: Names<Process> = {
  certification: '交 30 或 300 元审核费，由第三方审核公司打电话核实，几十分钟到几天。',
  renewal: '认证满 365 天后的重新审核，流程与首次认证相近。',
  filing: '平台初审之后由各省通信管理局审核，几天到几周。',
  rename: '只改名称，由平台审核，几小时到几天。',
  code_review: '提交代码版本时的审核，不计入认证的任何统计。',
}
const subject: Names<Subject> = {
  personal: '个人', sole_trader: '个体工商户', company: '企业', government: '政府及事业单位', media: '媒体',
  other_organisation: '其他组织', unknown: '不清楚',
}
const programAge: Names<ProgramAge> = { new: '新注册', existing: '存量', unknown: '不清楚' }
const registeredPeriod: Names<RegisteredPeriod> = {
  before_2023_09: '2023 年 9 月以前', '2023_09_to_2023_12_24': '2023 年 9 月至 12 月 24 日',
  since_2023_12_25: '2023 年 12 月 25 日以后', unknown: '不清楚',
}
const publishedBefore: Names<PublishedBefore> = { never: '从未发布', online: '已上线', offline: '曾上线、已下架', unknown: '不清楚' }
const kind: Names<Kind> = { mini_program: '小程序', mini_game: '小游戏', unknown: '不清楚' }
const category: Names<Category> = {
  tool: '工具', education: '教育', life: '生活', business: '商业服务', travel: '旅游', catering: '餐饮', transport: '交通',
  logistics: '物流', sports: '体育', social: '社交', game: '游戏', commerce: '电商', information: '资讯',
  generative_ai: '深度合成', other: '其他', unknown: '不清楚',
}
const feature: Names<Feature> = {
  user_content: '用户发布内容', image_tool: '图像处理', ai: 'AI 生成', payment: '支付', map: '定位', video: '视频', unknown: '不清楚',
}
const entry: Names<Entry> = {
  notice: '收到通知', self: '后台自行发起', forced: '其他流程要求', reminder: '年审提醒', agent: '服务商代办', unknown: '不清楚',
}
const channel: Names<Channel> = {
  web: '公众平台网页', assistant: '小程序助手', provider: '服务商代认证', combined: '认证备案二合一', unknown: '不清楚',
}
const occupation: Names<Occupation> = { left_blank: '未填', accepted: '填了，被采纳', refused: '填了，被驳回', unknown: '不清楚' }
const province: Names<Province> = {
  beijing: '北京', tianjin: '天津', hebei: '河北', shanxi: '山西', neimenggu: '内蒙古', liaoning: '辽宁', jilin: '吉林',
  heilongjiang: '黑龙江', shanghai: '上海', jiangsu: '江苏', zhejiang: '浙江', anhui: '安徽', fujian: '福建', jiangxi: '江西',
  shandong: '山东', henan: '河南', hubei: '湖北', hunan: '湖南', guangdong: '广东', guangxi: '广西', hainan: '海南',
  chongqing: '重庆', sichuan: '四川', guizhou: '贵州', yunnan: '云南', xizang: '西藏', shaanxi: '陕西', gansu: '甘肃',
  qinghai: '青海', ningxia: '宁夏', xinjiang: '新疆', unknown: '不清楚',
}
const namePattern: Names<NamePattern> = {
  own_name: '含本人姓名', nickname: '昵称', coined: '自造词', generic: '功能通用词', region: '含地域', brand_like: '近似品牌',
  own_trademark: '自有商标', app_like: '像 APP', platform_word: '平台、社区、官方等字样', latin: '英文', digits: '含数字',
  suffix: '“的小屋”“随记”“博客”一类后缀', unknown: '不清楚',
}
const nameBasis: Names<NameBasis> = { free_choice: '自选词汇', trademark: '商标', unknown: '不清楚' }
const nameVerdict: Names<NameVerdict> = {
  passed: '直接通过', must_change: '要求改名', proof_asked: '要求证明', not_reached: '还没到这一步', unknown: '不清楚',
}
const nameChange: Names<NameChange> = {
  none: '没有改', added_own_name: '加上本人姓名', added_modifier: '加了修饰词', new_coined: '换成自造词', other: '其他改法', unknown: '不清楚',
}
const passedElsewhere: Names<PassedElsewhere> = {
  filing: '同名备案已通过', earlier_certification: '上次认证通过', no: '没有', unknown: '不清楚',
}
const proof: Names<Proof> = {
  software_copyright: '软著', trademark: '商标注册证', authorisation: '授权书', own_name_link: '姓名关联证明',
  industry_licence: '行业许可', none: '没有要求', unknown: '不清楚',
}
const proofResult: Names<ProofResult> = { accepted: '被接受', refused: '没被接受', pending: '还没结果', unknown: '不清楚' }
const softwareCopyright: Names<SoftwareCopyright> = { had_before: '早就有', applied_for_this: '为这次申请', none: '没有', unknown: '不清楚' }
const event: Names<EventType> = {
  registered: '注册账号', notified: '收到认证通知', started: '开始填写', submitted: '提交资料', invoiced: '填写发票', paid: '支付审核费',
  dispatched: '派单', called: '接到审核电话', call_missed: '漏接电话', call_ended: '通话结束', sent_back: '打回重填',
  proof_requested: '要求补充证明', proof_submitted: '提交证明', qualification_passed: '资质通过', name_passed: '名称通过',
  name_refused: '名称不通过', approved: '审核通过', failed: '最终失败', timed_out: '超时终止', withdrawn: '放弃',
  moved_subject: '转企业或个体户', renamed: '改名完成', appealed: '申诉', appeal_answered: '申诉有结果',
  platform_passed: '平台初审通过', platform_refused: '平台初审驳回', sms_sent: '收到核验短信', sms_done: '完成短信核验',
  sms_expired: '短信核验过期', bureau_received: '提交管局', bureau_refused: '管局驳回', filed: '备案成功', restricted: '功能被限制',
  restored: '恢复功能', renewal_due: '进入年审期', expired: '认证过期', still_waiting: '仍在等待',
}
const eventIn: NamesIn<EventType> = {
  certification: { approved: '认证成功' }, renewal: { approved: '年审通过' }, rename: { approved: '改名通过' },
}
const reason: Names<Reason> = {
  name_generic: '名称是通用词', name_region: '名称含地域词', name_brand: '名称涉及品牌', name_unrelated: '名称与主体无关联',
  name_confusing: '名称易混淆', name_app_like: '疑似 APP，需要软著', name_exaggerated: '名称夸大或冒充官方',
  identity_mismatch: '身份不符', unreachable: '电话未接通', occupation_proof: '职业证明不符', industry_licence: '缺行业资质',
  category_mismatch: '类目不符', service_unusable: '服务不可用', photo_quality: '材料不清晰', other: '其他', none_given: '没有说明原因',
  unknown: '不清楚',
}
const scope: Names<RestrictedScope> = { search: '搜索', share: '分享', release: '发布' }
const outcome: Names<Outcome> = {
  approved: '审核通过', approved_without_name: '资质通过、名称未通过', failed: '失败', timed_out: '超时终止', withdrawn: '已放弃',
  moved_subject: '转了主体', filed: '备案成功', filing_refused: '备案被驳回', waiting: '进行中', unknown: '结果不详',
}
const outcomeIn: NamesIn<Outcome> = {
  certification: { approved: '认证成功' }, renewal: { approved: '年审通过' }, rename: { approved: '改名通过' },
}
const ending: Names<Ending> = {
  approved: '通过', approved_without_name: '资质通过、名称未过', failed: '失败', left: '放弃或转主体', filed: '备案成功',
  filing_refused: '备案被驳回', waiting: '仍在等',
}
const motive: Names<Motive> = { share: '分享', ask: '求助', complain: '吐槽', record: '记录' }
const source: Names<Source> = { own: '本人经历', observed: '代人填写', thread: '论坛整理', machine: '程序生成', demonstration: '演示数据' }
const state: Names<CaseState> = { live: '公开', hidden: '已被版主隐藏', merged: '已并入别的案例', withdrawn: '作者已撤下' }
const stage: Names<Stage> = {
  first_call: '付款 → 接到电话', call_decision: '接到电话 → 出结果', decision: '付款 → 出结果', fix: '打回 → 重新提交',
  total: '首次付款 → 认证成功', platform: '提交 → 平台初审', sms: '短信发出 → 完成核验', bureau: '管局收到 → 备案结果',
  filing_total: '首次提交 → 备案成功',
}
// Nothing is paid for these, and a renewal ends in a renewal.
const stageIn: NamesIn<Stage> = {
  renewal: { total: '首次付款 → 年审通过' }, rename: { decision: '提交 → 出结果' }, code_review: { decision: '提交 → 出结果' },
}
const precision: Names<Precision> = {
  minute: '精确到分钟', part_of_day: '精确到时段', day: '精确到日', week: '精确到周', month: '精确到月', rough: '大概的时间',
}
const partOfDay: Names<PartOfDay> = { morning: '上午', noon: '中午', afternoon: '下午', evening: '傍晚', night: '晚上' }
const whenKind: Names<WhenKind> = {
  unknown: '不记得时间', minute: '几点几分', part: '某天的某个时段', day: '某一天', week: '某一周', month: '某个月', between: '两天之间',
  after: '只记得隔了多久',
}
const waitUnit: Names<WaitUnit> = { minute: '分钟', hour: '小时', day: '天' }
const masked: Names<MaskedKind> = {
  id_number: '身份证号', phone: '手机号', app_id: 'AppID', original_id: '原始 ID', wechat_id: '微信号', filing_number: '备案号',
  credit_code: '统一社会信用代码', registration_number: '登记号', email: '邮箱', url_token: '带凭证的网址', digits: '长串数字', word: '站上不用的词语',
}

export const codes = {
  process, processHint, subject, programAge, registeredPeriod, publishedBefore, kind, category, feature, entry, channel,
  occupation, province, namePattern, nameBasis, nameVerdict, nameChange, passedElsewhere, proof, proofResult,
  softwareCopyright, event, eventIn, reason, scope, outcome, outcomeIn, ending, motive, source, state, stage, stageIn,
  precision, partOfDay, whenKind, waitUnit, masked,
}
