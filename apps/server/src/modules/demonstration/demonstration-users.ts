import type { StandingWords } from '../access/users.commands.ts'

/** The password of every account of a demonstration; the sign-in page shows it. */
const PASSWORD = 'rasad-namayesh'

/** One account for each main role; those who acted in Lorestan's history go on under their names. */
const USERS: readonly (StandingWords & { userName: string; name: string })[] = [
  { userName: 'governor-15', name: 'استاندار نمایشی', role: 'governor', province: '15' },
  { userName: 'labour-dg-15', name: 'مدیرکل کار نمایشی', role: 'labour-dg', province: '15' },
  { userName: 'inspector-15', name: 'بازرس نمایشی', role: 'inspector', province: '15' },
  {
    userName: 'county-governor-1503',
    name: 'فرماندار نمایشی',
    role: 'county-governor',
    province: '15',
    county: '1503',
  },
  {
    userName: 'agri-head-15',
    name: 'مدیر جهاد کشاورزی نمایشی',
    role: 'agency-head',
    province: '15',
    agency: 'AGRI',
  },
  {
    userName: 'agri-officer-15',
    name: 'رابط جهاد کشاورزی نمایشی',
    role: 'agency-officer',
    province: '15',
    agency: 'AGRI',
  },
  { userName: 'operator', name: 'راهبر نمایشی', role: 'operator' },
]

/** The accounts with their passwords, in the order in which they are shown. */
export const DEMONSTRATION_USERS = USERS.map((user) => ({ ...user, password: PASSWORD }))
