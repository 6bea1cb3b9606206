import { searchAudit } from '@rasad/contracts/audit'
import { amendCommitment, notifyCommitment, splitCommitment } from '@rasad/contracts/commitments'
import type { AnyRoute } from '@rasad/contracts/define-route'
import { startImport, undoImport } from '@rasad/contracts/imports'
import { decideConflict, registerJob, revealPerson, takeJobStep } from '@rasad/contracts/jobs'
import { checkLedger } from '@rasad/contracts/ledger'
import { getFigureCsv, getJobCsv } from '@rasad/contracts/papers'
import { addPeriod } from '@rasad/contracts/periods'
import { getSystem, runTask } from '@rasad/contracts/system'
import { addUser, listTokens } from '@rasad/contracts/users'
import { PERMISSIONS_OF_STEP } from '@rasad/domain/jobs/four-eyes'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import type { Locator, Page } from 'playwright-core'

/** The records that every role looks at: of the agency and the county in which the seats stand. */
export type Subjects = { registered: number; confirmed: number; caseId: number; importId: number }

/** A main act: who may by the contract or the domain, the page it stands on, what is pressed there, and the request behind it. */
export type Act = {
  name: string
  /** One of these is enough. */
  needs: readonly string[]
  at: string
  control: (page: Page) => Locator
  /** What stands before the act on its page, where it may be done. */
  prepare?: (page: Page) => Promise<void>
  contract: AnyRoute
  params?: Record<string, string | number>
  query?: Record<string, string>
  body?: object
}

const PROVINCE = '15'
const PLACE = { province: PROVINCE, period: '1404' }

const button = (name: string) => (page: Page) =>
  page.locator('#page').getByRole('button', { name, exact: true }).first()
const tab = (name: string) => (page: Page) =>
  page.getByRole('navigation', { name: 'مدیریت سامانه' }).getByRole('link', { name })

/** The main acts with the records they are about. */
export function actsWith({ registered, confirmed, caseId, importId }: Subjects): Act[] {
  const of = (contract: AnyRoute) => ({ contract, needs: [contract.permission] })
  const step = (taken: JobStep, name: string, jobId: number): Act => ({
    name: taken,
    contract: takeJobStep,
    needs: PERMISSIONS_OF_STEP[taken],
    at: `/jobs/${PROVINCE}/${jobId}`,
    control: button(name),
    params: { province: PROVINCE, jobId },
    body: { step: taken, reason: 'دلیل' },
  })
  const draft = '/commitments/1?baseline=national'
  return [
    { name: 'import', at: '/imports', control: button('ورود فهرست تازه'), ...of(startImport) },
    {
      name: 'undo import',
      at: `/imports/${PROVINCE}/${importId}`,
      control: button('برگرداندن'),
      params: { province: PROVINCE, importId },
      ...of(undoImport),
    },
    { name: 'register', at: '/jobs', control: button('ثبت یک شغل'), ...of(registerJob) },
    step('confirm', 'تأیید دستگاه', registered),
    step('correct', 'اصلاح', registered),
    step('withdraw', 'انصراف', registered),
    {
      name: 'reveal national ID',
      at: `/jobs/${PROVINCE}/${registered}`,
      control: button('نمایش'),
      params: { province: PROVINCE, jobId: registered },
      ...of(revealPerson),
    },
    {
      name: 'decide conflict',
      at: `/conflicts/${PROVINCE}/${caseId}`,
      control: button('ثبت تصمیم'),
      prepare: async (page) => {
        await page.getByRole('radio').first().check()
        await page.getByRole('button', { name: 'مجوز را این دستگاه داده است' }).click()
      },
      params: { province: PROVINCE, caseId },
      ...of(decideConflict),
    },
    step('verify', 'تأیید راستی‌آزمایی', confirmed),
    step('reject', 'رد', confirmed),
    { name: 'split', at: '/commitments', control: button('تقسیم تازه'), ...of(splitCommitment) },
    {
      name: 'amend',
      at: draft,
      control: button('ذخیره به صورت نسخهٔ تازه'),
      prepare: async (page) => {
        await page.locator('td[data-row="0"][data-column="0"]').click()
        await page.keyboard.press('1')
        await page.keyboard.press('Enter')
        await page.getByText('تقسیم دوباره در', { exact: false }).waitFor()
      },
      ...of(amendCommitment),
    },
    { name: 'notify', at: draft, control: button('ابلاغ'), ...of(notifyCommitment) },
    { name: 'export figures', at: '/figures', control: button('دریافت'), query: PLACE, ...of(getFigureCsv) },
    { name: 'export jobs', at: '/jobs', control: button('دریافت'), query: PLACE, ...of(getJobCsv) },
    { name: 'manage tokens', at: '/administration', control: tab('توکن‌ها'), ...of(listTokens) },
    {
      name: 'see audit',
      at: '/administration',
      control: tab('سابقهٔ اقدامات'),
      query: { province: PROVINCE },
      ...of(searchAudit),
    },
    { name: 'see backups', at: '/administration', control: tab('وضعیت سامانه'), ...of(getSystem) },
    {
      name: 'back up',
      at: '/administration/system',
      control: button('اکنون اجرا شود: پشتیبان‌گیری'),
      params: { task: 'backup' },
      ...of(runTask),
    },
    { name: 'check ledger', at: '/administration/system', control: button('وارسی دفتر'), ...of(checkLedger) },
    { name: 'manage users', at: '/administration/users', control: button('افزودن کاربر'), ...of(addUser) },
    {
      name: 'open period',
      at: '/administration/periods',
      control: button('باز کردن دوره'),
      ...of(addPeriod),
    },
  ]
}
