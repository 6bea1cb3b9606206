import { foldText } from '../persian/text.ts'

/** The programmes that jobs of a commitment are promised under (DOMAIN §3.2–§3.9). */
export const PROGRAMMES = [
  'home-based-businesses',
  'job-loans',
  'production-loans',
  'rural-employment',
  'internship',
  'insurance-incentive',
  'skill-training',
  'cooperatives',
  'clusters',
  'greenhouses',
  'unit-revival',
] as const
export type Programme = (typeof PROGRAMMES)[number]

// The budget-law note of the job loans has another number in most years (DOMAIN §0.7), so that none is read as a name.
const LABELS: Record<Programme, readonly string[]> = {
  'home-based-businesses': ['مشاغل خانگی', 'کسب و کارهای خانگی', 'طرح ملی توسعه مشاغل خانگی'],
  'job-loans': [
    'تسهیلات اشتغال',
    'تسهیلات اشتغالزایی',
    'تسهیلات حمایتی',
    'قرض‌الحسنه اشتغال',
    'تسهیلات قرض‌الحسنه',
    'وام اشتغال',
  ],
  'production-loans': ['تسهیلات تولید و اشتغال', 'تسهیلات تولید', 'تولید و اشتغال', 'تبصره ۱۸', 'تبصره 18'],
  'rural-employment': [
    'اشتغال روستایی',
    'اشتغال روستایی و عشایری',
    'اشتغال پایدار روستایی و عشایری',
    'اشتغال پایدار روستایی',
  ],
  internship: ['کارورزی', 'طرح کارورزی', 'کارورزی دانش آموختگان'],
  'insurance-incentive': ['مشوق بیمه‌ای', 'مشوق بیمه‌ای کارفرمایی', 'مشوق‌های بیمه‌ای'],
  'skill-training': ['مهارت‌آموزی', 'آموزش مهارتی', 'آموزش فنی و حرفه‌ای', 'فنی و حرفه‌ای'],
  cooperatives: ['تعاونی‌ها', 'تعاونی', 'شرکت‌های تعاونی', 'بخش تعاون'],
  clusters: ['خوشه‌ها', 'خوشه‌های صنعتی', 'خوشه صنعتی', 'خوشه‌های روستایی', 'خوشه روستایی'],
  greenhouses: ['گلخانه‌ها', 'گلخانه', 'کشت گلخانه‌ای', 'شهرک گلخانه‌ای', 'شهرک‌های گلخانه‌ای'],
  'unit-revival': ['احیای واحدها', 'احیای واحد', 'احیای واحدهای راکد', 'احیای واحدهای تولیدی'],
}

const PROGRAMME_BY_KEY: ReadonlyMap<string, Programme> = new Map(
  PROGRAMMES.flatMap((programme) =>
    [programme, programme.replaceAll('-', ' '), ...LABELS[programme]].map((label): [string, Programme] => [
      foldText(label),
      programme,
    ]),
  ),
)

const LEADING_WORDS = ['برنامه', 'طرح'].map(foldText)

/** The programme a label names in any spelling; undefined when it names none. */
export function readProgramme(text: string): Programme | undefined {
  const key = foldText(text)
  const known = PROGRAMME_BY_KEY.get(key)
  if (known !== undefined) return known
  const leading = LEADING_WORDS.find((word) => key.startsWith(word))
  return leading === undefined ? undefined : PROGRAMME_BY_KEY.get(key.slice(leading.length))
}
