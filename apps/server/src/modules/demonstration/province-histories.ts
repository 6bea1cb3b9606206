import { announced } from './announced-totals.ts'
import { commits, opensPeriod, weighedBy } from './commitment-acts.ts'
import { countyGovernorOf, headOf, officerOf } from './demonstration-actors.ts'
import { fixedDay, fixedMonth } from './fixed-days.ts'
import { sendsLists } from './list-acts.ts'
import {
  EAST_AZERBAIJAN,
  KHUZESTAN,
  LORESTAN,
  LORESTAN_DUPLICATES,
  LORESTAN_WITHDRAWN,
} from './province-plans.ts'
import { remarks } from './remark-acts.ts'
import type { PastAct } from './stage.ts'
import { confirms, decides, takes, verifies } from './step-acts.ts'

/** Everything that happened in one province, in the order of its days. */
export type ProvinceHistory = { province: string; acts: readonly PastAct[] }

/** The three provinces, the largest first. */
export function provinceHistories(): ProvinceHistory[] {
  return [eastAzerbaijan(), khuzestan(), lorestan()]
}

function eastAzerbaijan(): ProvinceHistory {
  const { province, period } = EAST_AZERBAIJAN
  const place = { province, period }
  const sent = sendsLists({ plan: EAST_AZERBAIJAN, firstNumber: 0 })
  const total = announced(province, '1401', 'verified')
  const all = { looked: { share: 1 }, findings: { verified: 1, rejected: 0, unreachable: 0 } }
  const acts = [
    opensPeriod(province, 1401, fixedDay('1401-01-20')),
    ...commits(
      { province, period, total: announced(province, '1401', 'committed') },
      weighedBy(EAST_AZERBAIJAN.agencies),
      { splitOn: fixedDay('1401-02-03'), notifiedOn: fixedDay('1401-02-05') },
    ),
    ...sent.acts,
    ...sent.lists.map((list) => confirms(place, list, { share: 1, returned: 0, afterDays: 12 })),
    ...['1401-04-25', '1401-07-28', '1401-10-25', '1402-01-28'].map((on) =>
      verifies(place, fixedDay(on), { ...all, weight: total / 4 }),
    ),
    opensPeriod(province, 1402, fixedDay('1402-01-20')),
    ...commits(
      { province, period: '1402', total: announced(province, '1402', 'committed') },
      () => [
        { kind: 'last-commitment', coefficient: '0.4' },
        { kind: 'last-achievement', coefficient: '0.3' },
        { kind: 'population', coefficient: '0.3' },
      ],
      { splitOn: fixedDay('1402-02-03'), notifiedOn: fixedDay('1402-02-05') },
    ),
  ]
  return { province, acts: inOrder(acts) }
}

/** «۹۲ درصد بررسی شده»: of the registered jobs so many were looked at; what was found is not told (DOMAIN §0.3). */
const KHUZESTAN_CHECKED = Math.round(announced('06', '1404', 'registered') * 0.92)
/** The share of checked jobs that was confirmed in the whole country in 1402; an assumption here (DOMAIN §0.3). */
const USUAL_FINDINGS = { verified: 719, rejected: 196, unreachable: 85 }

function khuzestan(): ProvinceHistory {
  const { province, period } = KHUZESTAN
  const place = { province, period }
  const sent = sendsLists({ plan: KHUZESTAN, firstNumber: 100_000 })
  const acts = [
    opensPeriod(province, 1404, fixedDay('1404-01-18')),
    ...sent.acts,
    ...sent.lists.map((list) => confirms(place, list, { share: 0.97, returned: 0.01, afterDays: 6 })),
    verifies(place, fixedDay('1404-05-12'), {
      looked: { share: 0.95 },
      findings: USUAL_FINDINGS,
      weight: 5000,
    }),
    verifies(place, fixedDay('1404-07-24'), {
      looked: { until: KHUZESTAN_CHECKED },
      findings: USUAL_FINDINGS,
      weight: 6000,
    }),
  ]
  return { province, acts: inOrder(acts) }
}

const SHAHRIVAR = fixedMonth('1404-06')

function lorestan(): ProvinceHistory {
  const { province, period } = LORESTAN
  const place = { province, period }
  const claims = { fromMonth: SHAHRIVAR, perList: 3 }
  const sent = sendsLists({ plan: LORESTAN, firstNumber: 200_000, claims })
  const total = announced(province, '1404', 'committed')
  const looked = { share: 0.62 }
  const acts = [
    opensPeriod(province, 1404, fixedDay('1404-01-18')),
    ...commits({ province, period, total }, weighedBy(LORESTAN.agencies), {
      splitOn: fixedDay('1404-02-06'),
      notifiedOn: fixedDay('1404-02-10'),
    }),
    ...sent.acts,
    ...sent.lists
      .filter(({ day: on }) => on < '1404-09-22')
      .map((list) => confirms(place, list, { share: 0.88, returned: 0.03, afterDays: 9 })),
    ...['1404-03-20', '1404-04-25', '1404-05-25', '1404-06-28', '1404-07-28', '1404-08-28', '1404-10-02'].map(
      (on) => verifies(place, fixedDay(on), { looked, findings: USUAL_FINDINGS, weight: 900 }),
    ),
    ...['1404-06-30', '1404-08-30'].map((on) =>
      verifies(place, fixedDay(on), {
        state: 'unreachable',
        looked: { share: 0.4 },
        findings: { verified: 3, rejected: 1, unreachable: 0 },
        weight: 100,
      }),
    ),
    takes(place, fixedDay('1404-07-05'), { step: 'resubmit', state: 'returned', many: 60 }),
    takes(place, fixedDay('1404-08-20'), {
      step: 'appeal',
      state: 'rejected',
      many: 40,
      reason: 'قرارداد کار پیوست شد',
    }),
    takes(place, fixedDay('1404-09-12'), { step: 'verify', state: 'appealed', many: 14 }),
    takes(place, fixedDay('1404-09-26'), {
      step: 'mark-duplicate',
      state: 'registered',
      many: LORESTAN_DUPLICATES,
      fromMonth: SHAHRIVAR,
      reason: 'همین شخص با کد ملی دیگری ثبت شده است',
    }),
    takes(place, fixedDay('1404-09-27'), {
      step: 'withdraw',
      state: 'agency-confirmed',
      many: LORESTAN_WITHDRAWN,
      fromMonth: SHAHRIVAR,
      reason: 'دستگاه ثبت خود را پس گرفت',
    }),
    decides(place, fixedDay('1404-09-28'), 9),
    ...lorestanRemarks(place),
  ]
  return { province, acts: inOrder(acts) }
}

const KHORRAMABAD = '1503'

function lorestanRemarks(place: { province: string; period: string }): PastAct[] {
  const { province } = place
  const agriculture = { actor: officerOf(province, 'AGRI'), row: { agency: 'AGRI' } }
  return [
    remarks(place, fixedDay('1404-08-24'), {
      ...agriculture,
      text: '۴۶۰ نفر از شاغلان گلخانه‌ها در انتظار بیمه‌اند.',
    }),
    remarks(place, fixedDay('1404-09-24'), {
      ...agriculture,
      text: '۳۰۰ نفر از شاغلان گلخانه‌ها هنوز در انتظار بیمه‌اند؛ لیست بیمهٔ آبان تا پایان آذر فرستاده می‌شود.',
    }),
    remarks(place, fixedDay('1404-09-25'), {
      actor: headOf(province, 'SMT'),
      row: { agency: 'SMT' },
      text: 'راه‌اندازی دو واحد تولیدی به سبب تأخیر در تحویل ماشین‌آلات به دی‌ماه موکول شد؛ جذب ۸۵ نفر در همان ماه ثبت می‌شود.',
    }),
    remarks(place, fixedDay('1404-09-26'), {
      actor: countyGovernorOf(province, KHORRAMABAD),
      row: { county: KHORRAMABAD },
      text: 'بازدید میدانی از شغل‌های «عدم دسترسی» در جریان است و تا ۲۰ دی پایان می‌یابد.',
    }),
  ]
}

function inOrder(acts: readonly PastAct[]): PastAct[] {
  return acts.toSorted((one, other) => one.moment - other.moment)
}
