import type { Language } from './language.ts'

const fa = {
  start: 'راه‌اندازی رصد: پایگاه داده، داده‌های مرجع و API؛ تا Ctrl-C یا rasad stop',
  stop: 'پایان دادن به رصدی که با همین پوشهٔ داده در حال اجراست',
  init: 'ساختن پایگاه دادهٔ خالی با داده‌های مرجع؛ اجرای دوباره بی‌زیان است',
  reference: 'داده‌های مرجعی که رصد با خود ندارد',
  referenceLoad: 'بارگذاری روستاها و نیروی کار (CSV) و مرزها (GeoJSON) از فایل‌های شما؛ یا همه یا هیچ‌کدام',
  referenceFile:
    'روستاها با ستون‌های code، name_fa، rural_district_code، county_code؛ نیروی کار با code، year، active، unemployment_rate، source؛ یا مرزها',
  startDetails:
    'با DATABASE_URL پایگاه دادهٔ خودتان به کار می‌رود (و DATABASE_OWNER_URL برای ساخت جدول‌ها).\nاگر رصد از پیش با همین پوشه در حال اجرا باشد، نشانی آن گفته می‌شود و کد پایان ۳ است؛ اگر درگاه گرفته باشد ۴.',
  ready: 'رصد آماده است:',
  stopped: 'رصد پایان یافت.',
  notRunning: 'رصدی با این پوشهٔ داده در حال اجرا نیست.',
  made: 'پایگاه داده آماده است:',
  provinces: 'استان',
  counties: 'شهرستان',
  districts: 'بخش',
  ruralDistricts: 'دهستان',
  cities: 'شهر',
  agencies: 'دستگاه',
  banks: 'بانک',
  activities: 'فعالیت آیسیک، از بخش تا رده',
  villages: 'روستا',
  outlines: 'مرز',
  labourForce: 'ردیف نیروی کار',
}

/** The words of starting, stopping and preparing Rasad. */
export const SERVICE_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    start: 'Start Rasad: database, reference data and API; until Ctrl-C or rasad stop',
    stop: 'Stop the Rasad that runs on this data folder',
    init: 'Make an empty database with reference data; running it again does no harm',
    reference: 'Reference data that Rasad does not bring',
    referenceLoad:
      'Load villages and labour force (CSV) and outlines (GeoJSON) from files of yours; all of them or none',
    referenceFile:
      'villages with the columns code, name_fa, rural_district_code, county_code; labour force with code, year, active, unemployment_rate, source; or outlines',
    startDetails:
      'With DATABASE_URL your own database is used (and DATABASE_OWNER_URL to make its tables).\nWhen Rasad is already running on the same folder, its address is told and the exit code is 3; when the port is taken, 4.',
    ready: 'Rasad is ready:',
    stopped: 'Rasad has stopped.',
    notRunning: 'No Rasad runs on this data folder.',
    made: 'The database is ready:',
    provinces: 'provinces',
    counties: 'counties',
    districts: 'districts',
    ruralDistricts: 'rural districts',
    cities: 'cities',
    agencies: 'agencies',
    banks: 'banks',
    activities: 'ISIC activities, from section to class',
    villages: 'villages',
    outlines: 'outlines',
    labourForce: 'rows of labour force',
  },
}
