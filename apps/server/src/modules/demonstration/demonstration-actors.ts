import { permissionsOf } from '@rasad/domain/access/roles'
import type { Actor } from '@rasad/domain/access/scope'

/** Whoever sends the lists of an agency in a province. */
export function officerOf(province: string, agency: string): Actor {
  return {
    id: `user:${agency.toLowerCase()}-officer-${province}`,
    name: `کارشناس ${agency}`,
    scope: { level: 'agency', province, agency },
    permissions: permissionsOf('agency-officer'),
    agency,
  }
}

/** Whoever confirms the jobs of an agency. */
export function headOf(province: string, agency: string): Actor {
  return {
    id: `user:${agency.toLowerCase()}-head-${province}`,
    name: `مدیر ${agency}`,
    scope: { level: 'agency', province, agency },
    permissions: permissionsOf('agency-head'),
    agency,
  }
}

/** Who speaks for a county. */
export function countyGovernorOf(province: string, county: string): Actor {
  return {
    id: `user:county-governor-${county}`,
    name: 'فرماندار',
    scope: { level: 'county', province, county },
    permissions: permissionsOf('county-governor'),
    agency: null,
  }
}

/** Whoever verifies in a province. */
export function inspectorOf(province: string): Actor {
  return {
    id: `user:inspector-${province}`,
    name: 'بازرس',
    scope: { level: 'province', province },
    permissions: permissionsOf('inspector'),
    agency: null,
  }
}

/** Whoever decides the conflicts of a province: of no agency that could be a side. */
export function economicDeputyOf(province: string): Actor {
  return {
    id: `user:econ-deputy-${province}`,
    name: 'معاون هماهنگی امور اقتصادی',
    scope: { level: 'province', province },
    permissions: permissionsOf('econ-deputy'),
    agency: null,
  }
}

/** Whoever splits and notifies the commitment of a province. */
export function labourDirectorOf(province: string): Actor {
  return {
    id: `user:labour-dg-${province}`,
    name: 'مدیرکل تعاون، کار و رفاه اجتماعی',
    scope: { level: 'province', province },
    permissions: permissionsOf('labour-dg'),
    agency: 'LABOR',
  }
}
