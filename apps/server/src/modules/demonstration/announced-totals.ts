import type { JalaliDate, JalaliMonth } from '@rasad/domain/calendar/jalali'
import { fixedDay, fixedMonth } from './fixed-days.ts'

/** A figure that was really announced: what the demonstration comes to, and who said it. */
export type AnnouncedTotal = {
  province: string
  period: string
  figure: 'committed' | 'registered' | 'verified'
  /** The day at whose end the demonstration has come to it. */
  asOf: JalaliDate
  /** The months the announcement names; null for the whole period. */
  months: { from: JalaliMonth; to: JalaliMonth } | null
  value: number
  source: string
  url: string | null
}

const IRIB_LORESTAN = {
  source: 'خبرگزاری صداوسیما، ۶ دی ۱۴۰۴: معاون هماهنگی امور اقتصادی استاندار لرستان',
  url: 'https://www.iribnews.ir/fa/news/5669102',
}
const EAST_AZERBAIJAN = {
  source:
    'گزارش نخستین جلسهٔ کمیتهٔ هماهنگی اشتغال آذربایجان شرقی در سال ۱۴۰۲: مدیرکل تعاون، کار و رفاه اجتماعی استان',
  url: null,
}

/** Every announced total of the demonstration, with its source (DOMAIN §0, §1.4). */
export const ANNOUNCED_TOTALS: readonly AnnouncedTotal[] = [
  {
    province: '15',
    period: '1404',
    figure: 'committed',
    asOf: fixedDay('1404-10-06'),
    months: null,
    value: 20_500,
    ...IRIB_LORESTAN,
  },
  {
    province: '15',
    period: '1404',
    figure: 'registered',
    asOf: fixedDay('1404-05-31'),
    months: { from: fixedMonth('1404-01'), to: fixedMonth('1404-05') },
    value: 5397,
    source: 'ایلنا، ۲۶ شهریور ۱۴۰۴، خبر ۱۶۸۷۶۰۲: معاون هماهنگی امور اقتصادی استاندار لرستان',
    url: null,
  },
  {
    province: '15',
    period: '1404',
    figure: 'registered',
    asOf: fixedDay('1404-09-30'),
    months: null,
    value: 10_700,
    ...IRIB_LORESTAN,
  },
  {
    province: '03',
    period: '1401',
    figure: 'committed',
    asOf: fixedDay('1402-01-31'),
    months: null,
    value: 45_794,
    ...EAST_AZERBAIJAN,
  },
  {
    province: '03',
    period: '1401',
    figure: 'verified',
    asOf: fixedDay('1402-01-31'),
    months: null,
    value: 59_370,
    ...EAST_AZERBAIJAN,
  },
  {
    province: '03',
    period: '1402',
    figure: 'committed',
    asOf: fixedDay('1402-02-31'),
    months: null,
    value: 47_165,
    ...EAST_AZERBAIJAN,
  },
  {
    province: '06',
    period: '1404',
    figure: 'registered',
    asOf: fixedDay('1404-07-15'),
    months: null,
    value: 11_967,
    source: 'خبرگزاری صداوسیما و مهر، مهر ۱۴۰۴: مدیرکل تعاون، کار و رفاه اجتماعی خوزستان',
    url: 'https://www.iribnews.ir/fa/news/5593328',
  },
]

/** The announced value of a figure of a province and period; throws when nobody announced it. */
export function announced(
  province: string,
  period: string,
  figure: AnnouncedTotal['figure'],
  asOf?: string,
): number {
  const found = ANNOUNCED_TOTALS.find(
    (total) =>
      total.province === province &&
      total.period === period &&
      total.figure === figure &&
      (asOf === undefined || total.asOf === asOf),
  )
  if (!found) throw new RangeError(`nobody announced ${figure} of ${province}/${period}`)
  return found.value
}
