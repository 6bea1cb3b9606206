/** Every page, with an address under which it shows something; each is looked at by axe in both languages and themes. */
export const PAGES: Readonly<Record<string, string>> = {
  '/commitments': '/commitments?province=15&period=1404',
  '/commitments/$version': '/commitments/1?province=15&period=1404',
  '/commitments/compare': '/commitments/compare?province=15&period=1404',
  '/commitments/split': '/commitments/split?province=15&period=1404',
  '/commitments/upload': '/commitments/upload?province=15&period=1404',
  '/': '/?province=15&period=1404',
  '/figures': '/figures?province=15&period=1404',
  '/jobs': '/jobs?province=15&period=1404',
  '/jobs/new': '/jobs/new?province=15&period=1404',
  '/jobs/$province/$jobId': '/jobs/15/1?province=15&period=1404',
  '/queues/confirmation': '/queues/confirmation?province=15&period=1404',
  '/queues/verification': '/queues/verification?province=15&period=1404',
  '/conflicts': '/conflicts?province=15&period=1404',
  '/conflicts/$province/$caseId': '/conflicts/15/1?province=15&period=1404',
  '/imports': '/imports?province=15&period=1404',
  '/imports/new': '/imports/new?province=15&period=1404&agency=AGRI',
  '/imports/$province/$importId': '/imports/15/1?province=15&period=1404',
  '/sign-in': '/sign-in',
  '/account': '/account?province=15&period=1404',
  '/administration/users': '/administration/users?province=15&period=1404',
  '/administration/tokens': '/administration/tokens?province=15&period=1404',
  '/administration/roles': '/administration/roles?province=15&period=1404',
  '/administration/agencies': '/administration/agencies?province=15&period=1404',
  '/administration/periods': '/administration/periods?province=15&period=1404',
  '/administration/mappings': '/administration/mappings?province=15&period=1404&agency=AGRI',
  '/administration/audit': '/administration/audit?province=15&period=1404',
  '/administration/system': '/administration/system?province=15&period=1404',
}

/** Routes that only lead to another page. */
export const SIGNPOSTS: readonly string[] = ['/administration']
