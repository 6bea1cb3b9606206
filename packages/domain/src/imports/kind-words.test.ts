import { expect, test } from 'vitest'
import {
  DIRECTNESS,
  GENDERS,
  JOB_TYPES,
  NOVELTY_CLASSES,
  SERVICE_TYPES,
  SETTLEMENTS,
} from '../jobs/job-kinds.ts'
import {
  readDirectness,
  readGender,
  readJobType,
  readNovelty,
  readServiceType,
  readSettlement,
} from './kind-words.ts'

const READINGS: [(text: string) => string | undefined, string, string | undefined][] = [
  [readGender, 'مؤنث', 'female'],
  [readGender, 'مونث', 'female'],
  [readGender, ' خانم ', 'female'],
  [readGender, 'F', 'female'],
  [readGender, 'مذكر', 'male'],
  [readGender, 'آقا', 'male'],
  [readGender, 'اقا', 'male'],
  [readGender, 'M', 'male'],
  [readGender, '1', undefined],
  [readJobType, 'خوداشتغالي', 'self-employed'],
  [readJobType, 'خود‌اشتغالی', 'self-employed'],
  [readJobType, 'خود اشتغالی', 'self-employed'],
  [readJobType, 'مشاغل خانگي', 'home-based'],
  [readJobType, 'عضو تعاوني', 'cooperative'],
  [readJobType, 'مزد بگیر', 'wage'],
  [readJobType, 'مزد و حقوق‌بگیر', 'wage'],
  [readJobType, 'کشاورز', undefined],
  [readNovelty, 'ایجاد شغل جدید', 'new'],
  [readNovelty, 'حفظ و تثبیت', 'retained'],
  [readNovelty, 'توسعه‌ای', 'expanded'],
  [readNovelty, 'احیاء', 'revived'],
  [readNovelty, 'تثبیت نشده', undefined],
  [readDirectness, 'مستقيم', 'direct'],
  [readDirectness, 'غیر‌مستقیم', 'indirect'],
  [readSettlement, 'شهري', 'urban'],
  [readSettlement, 'روستائی', 'rural'],
  [readSettlement, 'عشایری', 'rural'],
  [readSettlement, 'ازنا', undefined],
  [readServiceType, 'پرداخت تسهیلات', 'finance'],
  [readServiceType, 'صدور مجوز', 'permit'],
  [readServiceType, 'مهارت‌آموزی', 'training'],
  [readServiceType, 'تأمین مالی', 'finance'],
  [readServiceType, 'فرهنگ‌سازی', 'promotion'],
]

test.each(READINGS.map(([read, text, kind]) => ({ read, text, kind })))(
  '«$text» means $kind',
  ({ read, text, kind }) => {
    expect(read(text)).toBe(kind)
    expect(read(text)).toBe(kind)
  },
)

test('every kind is known by its own code, and «unspecified» is never a word', () => {
  expect(GENDERS.map(readGender)).toEqual(['female', 'male', undefined])
  expect(JOB_TYPES.map(readJobType)).toEqual(
    JOB_TYPES.map((kind) => (kind === 'unspecified' ? undefined : kind)),
  )
  expect(NOVELTY_CLASSES.map(readNovelty)).toEqual(NOVELTY_CLASSES)
  expect(DIRECTNESS.map(readDirectness)).toEqual(DIRECTNESS)
  expect(SETTLEMENTS.map(readSettlement)).toEqual(['urban', 'rural', undefined])
  expect(SERVICE_TYPES.map(readServiceType)).toEqual(SERVICE_TYPES)
})
