// The codes the database, the API, the exchange format and the statistics speak. Labels live in messages/.
// `unknown` is an answer of its own: it is never stored, counted or read as "no".

export const processes = ['certification', 'renewal', 'filing', 'rename', 'code_review'] as const
export type Process = (typeof processes)[number]

export const subjects = [
  'personal', 'sole_trader', 'company', 'government', 'media', 'other_organisation', 'unknown',
] as const
export type Subject = (typeof subjects)[number]

export const programAges = ['new', 'existing', 'unknown'] as const
export type ProgramAge = (typeof programAges)[number]

export const registeredPeriods = ['before_2023_09', '2023_09_to_2023_12_24', 'since_2023_12_25', 'unknown'] as const
export type RegisteredPeriod = (typeof registeredPeriods)[number]

export const publishedBefore = ['never', 'online', 'offline', 'unknown'] as const
export type PublishedBefore = (typeof publishedBefore)[number]

export const kinds = ['mini_program', 'mini_game', 'unknown'] as const
export type Kind = (typeof kinds)[number]

// Open list: one more code is one more line.
export const categories = [
  'tool', 'education', 'life', 'business', 'travel', 'catering', 'transport', 'logistics', 'sports', 'social', 'game',
  'commerce', 'information', 'generative_ai', 'other', 'unknown',
] as const
export type Category = (typeof categories)[number]

export const features = ['user_content', 'image_tool', 'ai', 'payment', 'map', 'video', 'unknown'] as const
export type Feature = (typeof features)[number]

export const entries = ['notice', 'self', 'forced', 'reminder', 'agent', 'unknown'] as const
export type Entry = (typeof entries)[number]

export const channels = ['web', 'assistant', 'provider', 'combined', 'unknown'] as const
export type Channel = (typeof channels)[number]

export const occupations = ['left_blank', 'accepted', 'refused', 'unknown'] as const
export type Occupation = (typeof occupations)[number]

// The 31 mainland divisions that have a communications bureau of their own, in the national order. Never a city.
export const provinces = [
  'beijing', 'tianjin', 'hebei', 'shanxi', 'neimenggu', 'liaoning', 'jilin', 'heilongjiang', 'shanghai', 'jiangsu',
  'zhejiang', 'anhui', 'fujian', 'jiangxi', 'shandong', 'henan', 'hubei', 'hunan', 'guangdong', 'guangxi', 'hainan',
  'chongqing', 'sichuan', 'guizhou', 'yunnan', 'xizang', 'shaanxi', 'gansu', 'qinghai', 'ningxia', 'xinjiang',
  'unknown',
] as const
export type Province = (typeof provinces)[number]

export const namePatterns = [
  'own_name', 'nickname', 'coined', 'generic', 'region', 'brand_like', 'own_trademark', 'app_like', 'platform_word',
  'latin', 'digits', 'suffix', 'unknown',
] as const
export type NamePattern = (typeof namePatterns)[number]

export const nameBases = ['free_choice', 'trademark', 'unknown'] as const
export type NameBasis = (typeof nameBases)[number]

export const nameVerdicts = ['passed', 'must_change', 'proof_asked', 'not_reached', 'unknown'] as const
export type NameVerdict = (typeof nameVerdicts)[number]

export const nameChanges = ['none', 'added_own_name', 'added_modifier', 'new_coined', 'other', 'unknown'] as const
export type NameChange = (typeof nameChanges)[number]

export const passedElsewhere = ['filing', 'earlier_certification', 'no', 'unknown'] as const
export type PassedElsewhere = (typeof passedElsewhere)[number]

export const proofs = [
  'software_copyright', 'trademark', 'authorisation', 'own_name_link', 'industry_licence', 'none', 'unknown',
] as const
export type Proof = (typeof proofs)[number]

export const proofResults = ['accepted', 'refused', 'pending', 'unknown'] as const
export type ProofResult = (typeof proofResults)[number]

export const softwareCopyrights = ['had_before', 'applied_for_this', 'none', 'unknown'] as const
export type SoftwareCopyright = (typeof softwareCopyrights)[number]

export const eventTypes = [
  'registered', 'notified', 'started', 'submitted', 'invoiced', 'paid', 'dispatched', 'called', 'call_missed',
  'call_ended', 'sent_back', 'proof_requested', 'proof_submitted', 'qualification_passed', 'name_passed',
  'name_refused', 'approved', 'failed', 'timed_out', 'withdrawn', 'moved_subject', 'renamed', 'appealed',
  'appeal_answered', 'platform_passed', 'platform_refused', 'sms_sent', 'sms_done', 'sms_expired', 'bureau_received',
  'bureau_refused', 'filed', 'restricted', 'restored', 'renewal_due', 'expired', 'still_waiting',
] as const
export type EventType = (typeof eventTypes)[number]

// Open list. `none_given` says that no reason was stated; `unknown` that the writer does not know it.
export const reasons = [
  'name_generic', 'name_region', 'name_brand', 'name_unrelated', 'name_confusing', 'name_app_like', 'name_exaggerated',
  'identity_mismatch', 'unreachable', 'occupation_proof', 'industry_licence', 'category_mismatch', 'service_unusable',
  'photo_quality', 'other', 'none_given', 'unknown',
] as const
export type Reason = (typeof reasons)[number]

export const restrictedScopes = ['search', 'share', 'release'] as const
export type RestrictedScope = (typeof restrictedScopes)[number]

// `waiting` is no outcome: the case is under way. `unknown`: a fragment that tells neither an end, nor that it waits,
// nor a step from which a wait could be counted; calling it "waiting" would be a guess.
export const outcomes = [
  'approved', 'approved_without_name', 'failed', 'timed_out', 'withdrawn', 'moved_subject', 'filed', 'filing_refused',
  'waiting', 'unknown',
] as const
export type Outcome = (typeof outcomes)[number]

export const motives = ['share', 'ask', 'complain', 'record'] as const
export type Motive = (typeof motives)[number]

// `machine` never counts; `demonstration` counts on a demonstration site only.
export const sources = ['own', 'observed', 'thread', 'machine', 'demonstration'] as const
export type Source = (typeof sources)[number]

// 0 told, 1 complete and consistent timeline, 2 seen by a moderator (and the evidence then deleted).
export const evidenceTiers = [0, 1, 2] as const
export type EvidenceTier = (typeof evidenceTiers)[number]

export const caseStates = ['live', 'hidden', 'merged', 'withdrawn'] as const
export type CaseState = (typeof caseStates)[number]

// How precisely a moment is known; the words for an interval.
export const precisions = ['minute', 'part_of_day', 'day', 'week', 'month', 'rough'] as const
export type Precision = (typeof precisions)[number]

export const partsOfDay = ['morning', 'noon', 'afternoon', 'evening', 'night'] as const
export type PartOfDay = (typeof partsOfDay)[number]

// How a time is given in the form; `after` is a wait since the event before it.
export const whenKinds = ['unknown', 'minute', 'part', 'day', 'week', 'month', 'between', 'after'] as const
export type WhenKind = (typeof whenKinds)[number]

export const waitUnits = ['minute', 'hour', 'day'] as const
export type WaitUnit = (typeof waitUnits)[number]

export const stages = [
  'first_call', 'call_decision', 'decision', 'fix', 'total', 'platform', 'sms', 'bureau', 'filing_total',
] as const
export type Stage = (typeof stages)[number]

// What a whole case can end in on the outcome chart; `left` is withdrawn or moved_subject, `failed` holds timed_out.
export const endings = [
  'approved', 'approved_without_name', 'failed', 'left', 'filed', 'filing_refused', 'waiting',
] as const
export type Ending = (typeof endings)[number]

// What was found in free text and masked before anything was stored: personal data, and words that moderators keep.
export const maskedKinds = [
  'id_number', 'phone', 'app_id', 'original_id', 'wechat_id', 'filing_number', 'credit_code', 'registration_number',
  'email', 'url_token', 'digits', 'word',
] as const
export type MaskedKind = (typeof maskedKinds)[number]
