import type { Role } from '@rasad/domain/access/roles'
import type { ScopeLevel } from '@rasad/domain/access/scope'
import type { Language } from './language.ts'

/** What each role is called (DOMAIN §5). */
export const ROLE_TEXT: Record<Language, Record<Role, string>> = {
  fa: {
    operator: 'راهبر سامانه',
    ministry: 'وزارتخانه',
    auditor: 'بازرسی و حسابرسی',
    governor: 'استاندار',
    'econ-deputy': 'معاون هماهنگی امور اقتصادی',
    'labour-dg': 'مدیرکل تعاون، کار و رفاه اجتماعی',
    inspector: 'بازرس',
    'county-governor': 'فرماندار',
    'county-officer': 'کارشناس شهرستان',
    'agency-head': 'مدیر دستگاه اجرایی',
    'agency-officer': 'کارشناس دستگاه',
    'bank-rep': 'نمایندهٔ بانک عامل',
  },
  en: {
    operator: 'System operator',
    ministry: 'Ministry',
    auditor: 'Auditor',
    governor: 'Governor-general',
    'econ-deputy': 'Deputy for economic affairs',
    'labour-dg': 'Director-general of labour',
    inspector: 'Inspector',
    'county-governor': 'County governor',
    'county-officer': 'County officer',
    'agency-head': 'Head of an agency',
    'agency-officer': 'Officer of an agency',
    'bank-rep': 'Representative of a bank',
  },
}

/** The levels of scope. */
export const LEVEL_TEXT: Record<Language, Record<ScopeLevel, string>> = {
  fa: { national: 'سراسر کشور', province: 'استان', county: 'شهرستان', agency: 'دستگاه', bank: 'بانک' },
  en: {
    national: 'The whole country',
    province: 'Province',
    county: 'County',
    agency: 'Agency',
    bank: 'Bank',
  },
}
