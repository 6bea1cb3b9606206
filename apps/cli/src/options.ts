/** Every option of the command; the same name means the same thing everywhere. */
export const OPTION_FLAGS = {
  data: '--data <DIR>',
  json: '--json',
  lang: '--lang <LANG>',
  verbose: '--verbose',
  port: '--port <N>',
  host: '--host <ADDRESS>',
  province: '--province <CODE>',
  period: '--period <NAME>',
  from: '--from <DAY>',
  to: '--to <DAY>',
  cutoff: '--cutoff <DAY>',
  title: '--title <TEXT>',
  baseline: '--baseline <BASELINE>',
  reason: '--reason <TEXT>',
  version: '--version <N>',
  dryRun: '--dry-run',
  errors: '--errors <OUT.xlsx>',
  map: '--map <HEADER=COLUMN>',
  saveMap: '--save-map',
  county: '--county <CODE>',
  agency: '--agency <CODE>',
  sector: '--sector <SECTOR>',
  gender: '--gender <GENDER>',
  jobType: '--job-type <TYPE>',
  novelty: '--novelty <CLASS>',
  directness: '--directness <KIND>',
  settlement: '--settlement <KIND>',
  education: '--education <KIND>',
  startDate: '--start-date <DAY>',
  state: '--state <STATE>',
  limit: '--limit <N>',
  after: '--after <ID>',
  before: '--before <BATCH>',
  importId: '--import <ID>',
  all: '--all',
  claim: '--claim <ID>',
  by: '--by <DIMENSIONS>',
  byAxis: '--by <AXIS>',
  month: '--month <MONTHS>',
  asOf: '--as-of <MOMENT>',
  since: '--from <MOMENT>',
  until: '--to <MOMENT>',
  truth: '--truth <TRUTH>',
  csv: '--csv <FILE>',
  xlsx: '--xlsx <FILE>',
  out: '--out <FILE>',
  also: '--also <PARTS>',
  total: '--total <N>',
  agencies: '--agencies <CODES>',
  counties: '--counties <CODES>',
  sectors: '--sectors <SECTORS>',
  programmes: '--programmes <PROGRAMMES>',
  factor: '--factor <KIND=COEFFICIENT>',
  fromPeriod: '--from-period <NAME>',
  weights: '--weights <FILE>',
  floor: '--floor <SHARE>',
  margin: '--margin <AXIS:CODE=N>',
  pin: '--pin <AGENCY/COUNTY[/SECTOR][/PROGRAMME]=N>',
  cell: '--cell <AGENCY/COUNTY[/SECTOR][/PROGRAMME]=N>',
  fromVersion: '--from-version <N>',
  earlier: '--from <VERSION>',
  later: '--to <VERSION>',
  letter: '--letter <NUMBER>',
  letterDate: '--letter-date <DAY>',
  nationalId: '--national-id <ID>',
  firstName: '--first-name <NAME>',
  lastName: '--last-name <NAME>',
  fatherName: '--father-name <NAME>',
  birthDate: '--birth-date <DAY>',
  mobile: '--mobile <NUMBER>',
  countyNamed: '--county <NAME>',
  village: '--village <NAME>',
  isic: '--isic <CODE>',
  employer: '--employer <NAME>',
  workshopCode: '--workshop-code <CODE>',
  serviceType: '--service-type <SERVICE>',
  serviceDate: '--service-date <DAY>',
  amount: '--amount <MONEY>',
  documentRef: '--document-ref <NUMBER>',
  verdict: '--verdict <VERDICT>',
  offset: '--offset <N>',
  backupTo: '--to <DIR>',
  keep: '--keep <N>',
  backup: '--backup <DIR>',
  last: '--last',
  demoIfEmpty: '--demo-if-empty',
} as const

export type OptionName = keyof typeof OPTION_FLAGS

/** What every command takes. */
export const SHARED_OPTIONS = ['data', 'json', 'lang', 'verbose'] as const satisfies readonly OptionName[]

/** The options that may be given several times. */
export const REPEATED_OPTIONS: readonly OptionName[] = ['map', 'factor', 'margin', 'pin', 'cell']

/** The option as it is typed, `--job-type`. */
export function longFlag(name: OptionName): string {
  return OPTION_FLAGS[name].split(' ')[0] ?? name
}

/** The option of a command that a refused field came from. */
export function optionOfField(field: string, names: readonly OptionName[]): OptionName | undefined {
  const flag = `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  return names.find((name) => longFlag(name) === flag) ?? names.find((name) => name === field)
}
