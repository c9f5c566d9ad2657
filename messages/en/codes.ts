import type { Words } from '../zh'

export const codes: Words['codes'] = {
  process: {
    certification: 'First certification', renewal: 'Annual renewal', filing: 'ICP filing', rename: 'Renaming', code_review: 'Code review',
  },
  processHint: {
    certification: 'A fee of 30 or 300 yuan; an outside firm calls to verify. Minutes to days.',
    renewal: 'The same again, 365 days after a certification.',
    filing: 'The platform checks first, then the province’s communications bureau. Days to weeks.',
    rename: 'Only the name changes; reviewed by the platform. Hours to days.',
    code_review: 'The review of a code version. It never enters any certification figure.',
  },
  subject: {
    personal: 'Individual', sole_trader: 'Sole trader', company: 'Company', government: 'Government or public body', media: 'Media',
    other_organisation: 'Other organisation', unknown: 'Not sure',
  },
  programAge: { new: 'Newly registered', existing: 'Existing', unknown: 'Not sure' },
  registeredPeriod: {
    before_2023_09: 'Before September 2023', '2023_09_to_2023_12_24': 'September to 24 December 2023',
    since_2023_12_25: 'Since 25 December 2023', unknown: 'Not sure',
  },
  publishedBefore: { never: 'Never published', online: 'Online', offline: 'Was online, taken down', unknown: 'Not sure' },
  kind: { mini_program: 'Mini program', mini_game: 'Mini game', unknown: 'Not sure' },
  category: {
    tool: 'Tools', education: 'Education', life: 'Daily life', business: 'Business services', travel: 'Travel', catering: 'Catering',
    transport: 'Transport', logistics: 'Logistics', sports: 'Sports', social: 'Social', game: 'Games', commerce: 'E-commerce',
    information: 'News and information', generative_ai: 'Generative AI', other: 'Other', unknown: 'Not sure',
  },
  feature: {
    user_content: 'User content', image_tool: 'Image processing', ai: 'AI generation', payment: 'Payment', map: 'Location', video: 'Video',
    unknown: 'Not sure',
  },
  entry: {
    notice: 'Was notified', self: 'Started it myself', forced: 'Another process required it', reminder: 'Renewal reminder',
    agent: 'A service provider did it', unknown: 'Not sure',
  },
  channel: {
    web: 'Web console', assistant: 'Mini program assistant', provider: 'Through a provider', combined: 'Certification and filing combined',
    unknown: 'Not sure',
  },
  occupation: { left_blank: 'Left blank', accepted: 'Given and accepted', refused: 'Given and refused', unknown: 'Not sure' },
  province: {
    beijing: 'Beijing', tianjin: 'Tianjin', hebei: 'Hebei', shanxi: 'Shanxi', neimenggu: 'Inner Mongolia', liaoning: 'Liaoning',
    jilin: 'Jilin', heilongjiang: 'Heilongjiang', shanghai: 'Shanghai', jiangsu: 'Jiangsu', zhejiang: 'Zhejiang', anhui: 'Anhui',
    fujian: 'Fujian', jiangxi: 'Jiangxi', shandong: 'Shandong', henan: 'Henan', hubei: 'Hubei', hunan: 'Hunan',
    guangdong: 'Guangdong', guangxi: 'Guangxi', hainan: 'Hainan', chongqing: 'Chongqing', sichuan: 'Sichuan', guizhou: 'Guizhou',
    yunnan: 'Yunnan', xizang: 'Tibet', shaanxi: 'Shaanxi', gansu: 'Gansu', qinghai: 'Qinghai', ningxia: 'Ningxia',
    xinjiang: 'Xinjiang', unknown: 'Not sure',
  },
  namePattern: {
    own_name: 'Own name in it', nickname: 'Nickname', coined: 'Coined word', generic: 'Generic function word', region: 'Place name',
    brand_like: 'Resembles a brand', own_trademark: 'Own trademark', app_like: 'Sounds like an app',
    platform_word: 'Says platform, community or official', latin: 'Latin letters', digits: 'Digits',
    suffix: 'A suffix such as “’s corner”, “notes”, “blog”', unknown: 'Not sure',
  },
  nameBasis: { free_choice: 'Freely chosen words', trademark: 'Trademark', unknown: 'Not sure' },
  nameVerdict: {
    passed: 'Passed at once', must_change: 'Had to be changed', proof_asked: 'Proof was asked for', not_reached: 'Not reached yet',
    unknown: 'Not sure',
  },
  nameChange: {
    none: 'Not changed', added_own_name: 'Added own name', added_modifier: 'Added a modifier', new_coined: 'New coined word',
    other: 'Otherwise', unknown: 'Not sure',
  },
  passedElsewhere: {
    filing: 'Filing passed with the same name', earlier_certification: 'An earlier certification passed', no: 'No', unknown: 'Not sure',
  },
  proof: {
    software_copyright: 'Software copyright', trademark: 'Trademark certificate', authorisation: 'Letter of authorisation',
    own_name_link: 'Link to own name', industry_licence: 'Industry licence', none: 'None', unknown: 'Not sure',
  },
  proofResult: { accepted: 'Accepted', refused: 'Not accepted', pending: 'No answer yet', unknown: 'Not sure' },
  softwareCopyright: { had_before: 'Had one before', applied_for_this: 'Applied for this', none: 'None', unknown: 'Not sure' },
  event: {
    registered: 'Account registered', notified: 'Told to certify', started: 'Started filling in', submitted: 'Submitted',
    invoiced: 'Invoice details given', paid: 'Fee paid', dispatched: 'Assigned to a firm', called: 'Audit call came',
    call_missed: 'Call missed', call_ended: 'Call ended', sent_back: 'Sent back', proof_requested: 'Proof asked for',
    proof_submitted: 'Proof handed in', qualification_passed: 'Qualification passed', name_passed: 'Name passed',
    name_refused: 'Name refused', approved: 'Approved', failed: 'Failed for good', timed_out: 'Timed out', withdrawn: 'Given up',
    moved_subject: 'Moved to a company', renamed: 'Renamed', appealed: 'Appealed', appeal_answered: 'Appeal answered',
    platform_passed: 'Platform check passed', platform_refused: 'Platform check refused', sms_sent: 'Verification SMS came',
    sms_done: 'SMS verified', sms_expired: 'SMS expired', bureau_received: 'With the bureau', bureau_refused: 'Bureau refused',
    filed: 'Filed', restricted: 'Restricted', restored: 'Restored', renewal_due: 'Renewal due', expired: 'Expired',
    still_waiting: 'Still waiting',
  },
  eventIn: {
    certification: { approved: 'Certified' }, renewal: { approved: 'Renewed' }, rename: { approved: 'New name approved' },
    code_review: { approved: 'Review passed' },
  },
  reason: {
    name_generic: 'Name is generic', name_region: 'Name holds a place', name_brand: 'Name touches a brand',
    name_unrelated: 'Name unrelated to its owner', name_confusing: 'Name is confusing', name_app_like: 'Taken for an app: needs software copyright',
    name_exaggerated: 'Name exaggerates or sounds official', identity_mismatch: 'Identity does not match', unreachable: 'Could not be reached',
    occupation_proof: 'Proof of occupation', industry_licence: 'Industry licence missing', category_mismatch: 'Wrong category',
    service_unusable: 'Service not usable', photo_quality: 'Material not legible', other: 'Other', none_given: 'No reason given',
    unknown: 'Not sure',
  },
  scope: { search: 'Search', share: 'Sharing', release: 'Release' },
  outcome: {
    approved: 'Approved', approved_without_name: 'Certified without the name', failed: 'Failed', timed_out: 'Timed out',
    withdrawn: 'Given up', moved_subject: 'Moved subject', filed: 'Filed', filing_refused: 'Filing refused', waiting: 'Under way',
    unknown: 'Outcome unknown',
  },
  outcomeIn: {
    certification: { approved: 'Certified' },
    renewal: { approved: 'Renewed', approved_without_name: 'Renewed without the name' },
    rename: { approved: 'New name approved' }, code_review: { approved: 'Review passed' },
  },
  ending: {
    approved: 'Approved', approved_without_name: 'Approved without the name', failed: 'Failed', left: 'Left', filed: 'Filed',
    filing_refused: 'Filing refused', waiting: 'Still waiting',
  },
  motive: { share: 'Sharing', ask: 'Asking', complain: 'Complaining', record: 'For the record' },
  source: { own: 'Own experience', observed: 'For somebody else', thread: 'Collected from a forum', machine: 'Made by a program', demonstration: 'Demonstration data' },
  state: { live: 'Public', hidden: 'Hidden by a moderator', merged: 'Merged into another case', withdrawn: 'Withdrawn by its author' },
  stage: {
    first_call: 'Payment → call', call_decision: 'Call → answer', decision: 'Payment → answer', fix: 'Sent back → resubmitted',
    total: 'First payment → certified', platform: 'Submitted → platform check', sms: 'SMS sent → verified', bureau: 'Bureau received → answer',
    filing_total: 'First submitted → filed',
  },
  stageIn: {
    renewal: { total: 'First payment → renewed' }, rename: { decision: 'Submitted → answer' },
    code_review: { decision: 'Submitted → answer' },
  },
  precision: {
    minute: 'to the minute', part_of_day: 'to part of a day', day: 'to the day', week: 'to the week', month: 'to the month', rough: 'roughly',
  },
  partOfDay: { morning: 'Morning', noon: 'Midday', afternoon: 'Afternoon', evening: 'Evening', night: 'Night' },
  whenKind: {
    unknown: 'I do not remember', minute: 'At a time', part: 'Part of a day', day: 'On a day', week: 'In a week', month: 'In a month',
    between: 'Between two days', after: 'Only how long after',
  },
  waitUnit: { minute: 'minutes', hour: 'hours', day: 'days' },
  masked: {
    id_number: 'ID number', phone: 'phone number', app_id: 'AppID', original_id: 'original ID', wechat_id: 'WeChat ID',
    filing_number: 'filing number', credit_code: 'company credit code', registration_number: 'registration number', email: 'e-mail address',
    url_token: 'address with a token', digits: 'long number', word: 'words not used here',
  },
}
