import type { Language } from './language.ts'

const fa = {
  group: 'دفتر کل: وارسی، بازسازی، دسته‌ها',
  check: 'جمع دوبارهٔ همهٔ سندها و سنجش همهٔ مانده‌ها؛ اگر چیزی نخواند کد پایان ۱ است',
  rebuild: 'ساختن دوبارهٔ جمع‌ها از روی سندها',
  batches: 'دسته‌های دفتر یک استان، ابتدا تازه‌ترین؛ رقم‌ها را در لحظهٔ هر یک می‌توان پرسید',
  province: 'استان',
  postings: 'سند',
  batch: 'دسته',
  checked: 'سنجیده',
  wrong: 'نادرست',
  what: 'وارسی',
  balances: 'مانده',
  deltas: 'تغییر',
  settledAt: 'زمان',
  allRight: 'همه‌چیز می‌خواند.',
  notRight: 'دفتر با سندها نمی‌خواند. با rasad ledger rebuild جمع‌ها را از نو بسازید و دوباره وارسی کنید.',
  empty: 'دفتر هنوز سندی ندارد.',
}

/** The words of the ledger. */
export const LEDGER_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    group: 'The ledger: check, rebuild, batches',
    check: 'Sum every posting again and compare every balance; the exit code is 1 when something differs',
    rebuild: 'Make the roll-ups anew from the postings',
    batches: 'The batches of a province, newest first; each can be asked "as of"',
    province: 'Province',
    postings: 'Postings',
    batch: 'Batch',
    checked: 'Checked',
    wrong: 'Wrong',
    what: 'Check',
    balances: 'Balances',
    deltas: 'Deltas',
    settledAt: 'At',
    allRight: 'Everything agrees.',
    notRight:
      'The ledger does not agree with its postings. Make the roll-ups anew with rasad ledger rebuild and check again.',
    empty: 'The ledger holds no posting yet.',
  },
}
