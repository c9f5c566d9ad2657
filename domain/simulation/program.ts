import type {
  Category, Entry, NamePattern, Process, ProgramAge, Province, SoftwareCopyright, Subject,
} from '../codes'
import type { Random } from './random'

/** Somebody with an account: what they are stays the same from case to case, and so does how they tell things. */
export type Person = { subject: Subject, style: Style }

/** How a person remembers: wholly, mostly by the clock, by waits, by the day, or hardly. */
export type Style = 'wholly' | 'clock' | 'waits' | 'days' | 'rough'

/** A mini program before one of its reviews. */
export type Program = {
  process: Process
  subject: Subject
  age: ProgramAge
  category: Category
  names: NamePattern[]
  entry: Entry
  province: Province
  copyright: SoftwareCopyright
}

export function somePerson(random: Random): Person {
  return {
    subject: random.weighted<Subject>({
      personal: 62, sole_trader: 12, company: 20, other_organisation: 3, government: 2, media: 1,
    }),
    style: random.weighted<Style>({ clock: 70, waits: 17, days: 10, rough: 3 }),
  }
}

export function someProgram({ subject }: Person, random: Random): Program {
  const process = random.weighted<Process>({ certification: 62, filing: 22, renewal: 8, rename: 5, code_review: 3 })
  return {
    process,
    subject,
    age: process === 'renewal' ? 'existing' : random.weighted<ProgramAge>({ new: 55, existing: 40, unknown: 5 }),
    category: random.weighted<Category>({
      tool: 30, education: 11, life: 13, business: 8, travel: 4, catering: 6, transport: 2, logistics: 2, sports: 3,
      social: 3, game: 3, commerce: 7, information: 4, generative_ai: 5, other: 5, unknown: 2,
    }),
    names: someNames(subject, random),
    entry: process === 'renewal' ? 'reminder'
      : random.weighted<Entry>({ notice: 35, self: 40, forced: 15, agent: 6, unknown: 4 }),
    province: random.weighted(provinceWeights),
    copyright: random.weighted<SoftwareCopyright>(
      subject === 'personal' ? { none: 82, had_before: 18 } : { none: 55, had_before: 45 },
    ),
  }
}

/** A person, being no company, is answered sooner and asked less. */
export function isPersonal({ subject }: { subject: Subject }): boolean {
  return subject === 'personal'
}

function someNames(subject: Subject, random: Random): NamePattern[] {
  const main = random.weighted(subject === 'personal' ? personalNames : organisationNames)
  if (random.chance(0.84)) return [main]
  return [main, random.weighted<NamePattern>({ latin: 5, digits: 4 })]
}

const personalNames: Partial<Record<NamePattern, number>> = {
  own_name: 11, nickname: 14, coined: 22, generic: 17, region: 5, app_like: 11, platform_word: 3, brand_like: 4,
  suffix: 13,
}
const organisationNames: Partial<Record<NamePattern, number>> = {
  own_trademark: 22, coined: 26, generic: 14, region: 9, app_like: 11, platform_word: 8, brand_like: 7, suffix: 3,
}

const provinceWeights: Partial<Record<Province, number>> = {
  guangdong: 18, zhejiang: 11, jiangsu: 10, beijing: 9,
  shanghai: 8, shandong: 7, sichuan: 6, henan: 6, hubei: 5,
  fujian: 5, hunan: 4, hebei: 3, anhui: 3, shaanxi: 3, chongqing: 2, liaoning: 2, jiangxi: 2, guangxi: 2, yunnan: 1, tianjin: 1,
}
