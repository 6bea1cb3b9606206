export { CODES_ALONE, loadNames, withCode, type Names } from '@rasad/server/modules/places/names.queries'
