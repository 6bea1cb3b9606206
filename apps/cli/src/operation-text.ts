import type { DrillDifference } from '@rasad/contracts/system'
import type { Language } from './language.ts'

const fa = {
  backup: 'پشتیبان‌گیری از همهٔ داده‌ها و فایل‌ها، در حین کار',
  restore: 'بازگرداندن یک پشتیبان در پوشهٔ دادهٔ خالی (--data)، پس از سنجش تک‌تک بایت‌های آن',
  restoreInput: 'پوشهٔ پشتیبان، مانند data/backups/rasad-20261122T223000Z-1',
  restoreDetails:
    'با DATABASE_URL، پایگاه دادهٔ خالی آن پر می‌شود و فایل‌ها در --data می‌آیند.\nاگر دفتر پس از بازگرداندن با سندها نخواند کد پایان ۱ است.',
  drill:
    'تمرین: تازه‌ترین پشتیبان کنار سامانه بازگردانده و با آن سنجیده می‌شود؛ اگر چیزی نخواند کد پایان ۱ است',
  tables: 'نوشتن جدول‌ها',
  files: 'فایل‌ها',
  verify: 'سنجش پشتیبان',
  load: 'بازگرداندن جدول‌ها',
  check: 'وارسی دفتر',
  made: 'پشتیبان',
  restored: 'بازگردانده شد',
  createdAt: 'زمان پشتیبان',
  tableCount: 'جدول',
  rows: 'ردیف',
  fileCount: 'فایل',
  size: 'حجم (کیلوبایت)',
  position: 'دسته‌ها',
  damagedFiles: 'فایل آسیب‌دیده در انبار، بیرون از پشتیبان',
  removed: 'پشتیبان‌های قدیمی که پاک شدند',
  migrated: 'به‌روزرسانی‌های تازه',
  ledger: 'دفتر',
  allRight: 'همه‌چیز می‌خواند.',
  notRight: 'نمی‌خواند. پیش از هر کار دیگری جایی که نام برده شده را بررسی کنید.',
  drillAt: 'تمرین',
  runBy: 'اجراکننده',
  cells: 'رقم سنجیده',
  checks: 'جمع سنجیده',
  wrong: 'ناهمخوان',
  kind: 'چه',
  place: 'کجا',
  expected: 'باید',
  found: 'هست',
  none: 'هنوز تمرینی نشده است. برای اجرا: rasad drill',
}

/** The words of backup, restore and drill. */
export const OPERATION_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    backup: 'Back up everything, data and files, while the system is used',
    restore: 'Bring a backup back into an empty data folder (--data), once every byte of it was verified',
    restoreInput: 'folder of the backup, such as data/backups/rasad-20261122T223000Z-1',
    restoreDetails:
      'With DATABASE_URL its empty database is filled, and the files come into --data.\nThe exit code is 1 when the ledger does not agree with its postings afterwards.',
    drill:
      'Restore the newest backup beside the system and compare the two; the exit code is 1 when something differs',
    tables: 'Writing the tables',
    files: 'Files',
    verify: 'Verifying the backup',
    load: 'Loading the tables',
    check: 'Checking the ledger',
    made: 'Backup',
    restored: 'Restored',
    createdAt: 'Made at',
    tableCount: 'Tables',
    rows: 'Rows',
    fileCount: 'Files',
    size: 'Size (KB)',
    position: 'Batches',
    damagedFiles: 'Stored files that are damaged, and not in the backup',
    removed: 'Old backups that were removed',
    migrated: 'Newer migrations',
    ledger: 'Ledger',
    allRight: 'Everything agrees.',
    notRight: 'Something differs. Look into the places that are named before you do anything else.',
    drillAt: 'Drill',
    runBy: 'Run by',
    cells: 'Figures compared',
    checks: 'Sums checked',
    wrong: 'Differing',
    kind: 'What',
    place: 'Where',
    expected: 'Expected',
    found: 'Found',
    none: 'There has been no drill yet. To run one: rasad drill',
  },
}

/** What a drill compares. */
export const DIFFERENCE_TEXT: Record<Language, Record<DrillDifference['kind'], string>> = {
  fa: { file: 'فایل پشتیبان', rows: 'شمار ردیف‌ها', batch: 'دسته', figure: 'رقم', check: 'وارسی دفتر' },
  en: {
    file: 'file of the backup',
    rows: 'number of rows',
    batch: 'batch',
    figure: 'figure',
    check: 'ledger check',
  },
}
