import type { Chance } from './chance.ts'

/**
 * The first three digits of a real national ID name the registry office it was given out by; no office has 999. Every
 * person of the demonstration has it, so that a synthetic ID is known at sight even where it is masked.
 */
const SYNTHETIC_OFFICE = '999'
const SERIALS = 1_000_000
// Prime to the number of serials, so that neighbours do not follow one another.
const STRIDE = 379_927

/** The synthetic national ID of a number from 0, with a right check digit; each number has its own. */
function syntheticNationalId(number: number): string {
  const serial = ((number + 1) * STRIDE) % SERIALS
  const nine = SYNTHETIC_OFFICE + String(serial).padStart(6, '0')
  return nine + checkDigit(nine)
}

/** The same with a wrong check digit, as a list brings one that was mistyped. */
export function mistypedNationalId(number: number): string {
  const right = syntheticNationalId(number)
  return right.slice(0, 9) + String((Number(right[9]) + 3) % 10)
}

function checkDigit(nine: string): string {
  let sum = 0
  for (let index = 0; index < 9; index += 1) sum += Number(nine[index]) * (10 - index)
  const rest = sum % 11
  return String(rest < 2 ? rest : 11 - rest)
}

const words = (text: string) => text.trim().split(/\s+/)

const WOMEN = words(`
  فاطمه زهرا مریم زینب معصومه لیلا سمیه اعظم نرگس سکینه مهسا نگار پریسا الهام سارا شیرین طاهره مرضیه
  اکرم ناهید فریبا ندا مینا راضیه حدیث هانیه آزاده بهاره شهلا رقیه کبری خدیجه سمانه عاطفه فرزانه مهناز
`)
const MEN = words(`
  محمد علی حسین مهدی رضا حسن احمد امیر سعید مجید حمید مصطفی مرتضی ابراهیم اسماعیل یوسف عباس جواد کاظم
  ناصر بهروز بهنام فرهاد کوروش آرش سیاوش یاسر میثم وحید هادی صادق جعفر اکبر داود نادر کریم
`)
const FAMILIES = words(`
  احمدی محمدی حسینی رضایی کریمی مرادی جعفری موسوی رحیمی صادقی ابراهیمی هاشمی قاسمی حیدری یوسفی اکبری
  سلیمانی نوری عباسی رستمی کاظمی زارعی شریفی عزیزی نظری امینی باقری بهرامی پورمحمدی تقوی جلالی خسروی
  داوودی رشیدی سعیدی شاهی صالحی طاهری عابدی فتحی قربانی کیانی گودرزی ملکی میرزایی نجفی وکیلی یعقوبی
`)

/** A made-up person, as a list tells of one. */
export type SyntheticPerson = {
  nationalId: string
  firstName: string
  lastName: string
  fatherName: string
  isWoman: boolean
  /** `1370/02/03`. */
  birthDate: string
  education: string
}

const EDUCATIONS = { 'زیر دیپلم': 30, دیپلم: 36, کاردانی: 9, کارشناسی: 20, 'کارشناسی ارشد': 5 }

/** The person of a number, made by chance; `year` is the year of the job, in which they are of working age. */
export function makePerson(
  chance: Chance,
  number: number,
  { year, womenShare }: { year: number; womenShare: number },
): SyntheticPerson {
  const isWoman = chance.next() < womenShare
  const age = 19 + Math.floor((chance.next() + chance.next()) * 18)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    nationalId: syntheticNationalId(number),
    firstName: chance.pick(isWoman ? WOMEN : MEN),
    lastName: chance.pick(FAMILIES),
    fatherName: chance.pick(MEN),
    isWoman,
    birthDate: `${year - age}/${two(1 + chance.below(12))}/${two(1 + chance.below(29))}`,
    education: chance.weighted(EDUCATIONS),
  }
}
