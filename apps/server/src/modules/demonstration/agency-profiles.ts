import type { JobType } from '@rasad/domain/jobs/job-kinds'
import type { Sector } from '@rasad/domain/organisations/sectors'

/** How the jobs of an agency look: shares in any unit, of which only the proportions count. */
export type AgencyProfile = {
  sectors: Partial<Record<Sector, number>>
  jobTypes: Partial<Record<Exclude<JobType, 'unspecified'>, number>>
  womenShare: number
  ruralShare: number
  /** The service as a list names it. */
  service: string
  /** The usual loan in million toman; null where the agency gives none. */
  loan: readonly [least: number, most: number] | null
  workplaces: readonly string[]
}

const FARMS = ['گلخانهٔ نمونه', 'دامداری نمونه', 'باغ نمونه', 'مرغداری نمونه']
const WORKSHOPS = ['کارگاه نمونه', 'تولیدی نمونه', 'صنایع نمونه', 'کارگاه چوب نمونه']
const OFFICES = ['فروشگاه نمونه', 'شرکت خدماتی نمونه', 'مهدکودک نمونه', 'تعمیرگاه نمونه']

/** Assumptions of the demonstration; no source gives these shares. */
export const AGENCY_PROFILES: Readonly<Record<string, AgencyProfile>> = {
  KOMITEH: {
    sectors: { agriculture: 45, industry: 20, services: 35 },
    jobTypes: { 'self-employed': 60, 'home-based': 35, wage: 5 },
    womenShare: 0.58,
    ruralShare: 0.55,
    service: 'تسهیلات',
    loan: [80, 250],
    workplaces: [...FARMS, ...WORKSHOPS],
  },
  AGRI: {
    sectors: { agriculture: 95, industry: 5 },
    jobTypes: { 'self-employed': 65, wage: 25, cooperative: 10 },
    womenShare: 0.17,
    ruralShare: 0.8,
    service: 'صدور پروانه',
    loan: [100, 500],
    workplaces: FARMS,
  },
  BEHZ: {
    sectors: { agriculture: 20, industry: 25, services: 55 },
    jobTypes: { 'self-employed': 65, 'home-based': 30, wage: 5 },
    womenShare: 0.48,
    ruralShare: 0.35,
    service: 'تسهیلات',
    loan: [80, 200],
    workplaces: [...WORKSHOPS, ...OFFICES],
  },
  SMT: {
    sectors: { industry: 80, services: 20 },
    jobTypes: { wage: 90, cooperative: 10 },
    womenShare: 0.16,
    ruralShare: 0.12,
    service: 'صدور پروانه',
    loan: null,
    workplaces: WORKSHOPS,
  },
  LABOR: {
    sectors: { agriculture: 10, industry: 45, services: 45 },
    jobTypes: { 'home-based': 60, wage: 25, cooperative: 15 },
    womenShare: 0.62,
    ruralShare: 0.3,
    service: 'تسهیلات',
    loan: [50, 200],
    workplaces: [...WORKSHOPS, ...OFFICES],
  },
  BASIJ: {
    sectors: { agriculture: 55, industry: 25, services: 20 },
    jobTypes: { 'self-employed': 70, 'home-based': 30 },
    womenShare: 0.35,
    ruralShare: 0.7,
    service: 'تسهیلات',
    loan: [50, 200],
    workplaces: [...FARMS, ...WORKSHOPS],
  },
  BARKAT: {
    sectors: { agriculture: 50, industry: 30, services: 20 },
    jobTypes: { 'self-employed': 80, wage: 20 },
    womenShare: 0.3,
    ruralShare: 0.65,
    service: 'تسهیلات',
    loan: [100, 300],
    workplaces: [...FARMS, ...WORKSHOPS],
  },
  MCTH: {
    sectors: { industry: 40, services: 60 },
    jobTypes: { 'self-employed': 45, 'home-based': 40, wage: 15 },
    womenShare: 0.55,
    ruralShare: 0.45,
    service: 'صدور مجوز',
    loan: [60, 300],
    workplaces: ['بوم‌گردی نمونه', 'کارگاه صنایع‌دستی نمونه'],
  },
  TVTO: {
    sectors: { industry: 45, services: 55 },
    jobTypes: { 'self-employed': 60, wage: 40 },
    womenShare: 0.5,
    ruralShare: 0.25,
    service: 'آموزش مهارتی',
    loan: null,
    workplaces: [...WORKSHOPS, ...OFFICES],
  },
  GUILD: {
    sectors: { industry: 20, services: 80 },
    jobTypes: { 'self-employed': 70, wage: 30 },
    womenShare: 0.2,
    ruralShare: 0.1,
    service: 'پروانه کسب',
    loan: null,
    workplaces: OFFICES,
  },
  ISIPO: {
    sectors: { industry: 100 },
    jobTypes: { wage: 100 },
    womenShare: 0.15,
    ruralShare: 0.05,
    service: 'زیرساخت',
    loan: null,
    workplaces: WORKSHOPS,
  },
  CARPET: {
    sectors: { industry: 100 },
    jobTypes: { 'home-based': 75, cooperative: 25 },
    womenShare: 0.8,
    ruralShare: 0.65,
    service: 'تسهیلات',
    loan: [30, 120],
    workplaces: ['کارگاه قالیبافی نمونه'],
  },
  NOMAD: {
    sectors: { agriculture: 90, services: 10 },
    jobTypes: { 'self-employed': 80, cooperative: 20 },
    womenShare: 0.25,
    ruralShare: 1,
    service: 'تسهیلات',
    loan: [100, 300],
    workplaces: FARMS,
  },
  ROAD: {
    sectors: { industry: 100 },
    jobTypes: { wage: 100 },
    womenShare: 0.06,
    ruralShare: 0.3,
    service: 'زیرساخت',
    loan: null,
    workplaces: ['کارگاه عمرانی نمونه'],
  },
  FISH: {
    sectors: { agriculture: 100 },
    jobTypes: { 'self-employed': 70, wage: 30 },
    womenShare: 0.08,
    ruralShare: 0.7,
    service: 'صدور مجوز',
    loan: [100, 400],
    workplaces: ['پرورش ماهی نمونه'],
  },
  OIL: {
    sectors: { industry: 100 },
    jobTypes: { wage: 100 },
    womenShare: 0.06,
    ruralShare: 0.05,
    service: 'زیرساخت',
    loan: null,
    workplaces: ['شرکت پیمانکاری نمونه'],
  },
}
