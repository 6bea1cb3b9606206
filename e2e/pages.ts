/** Every page, with an address under which it shows something; each is looked at by axe in both languages and themes. */
export const PAGES: Readonly<Record<string, string>> = {
  '/figures': '/figures?province=15&period=1404',
  '/jobs': '/jobs?province=15&period=1404',
  '/jobs/new': '/jobs/new?province=15&period=1404',
  '/jobs/$province/$jobId': '/jobs/15/1?province=15&period=1404',
  '/queues/confirmation': '/queues/confirmation?province=15&period=1404',
  '/queues/verification': '/queues/verification?province=15&period=1404',
  '/conflicts': '/conflicts?province=15&period=1404',
  '/conflicts/$province/$caseId': '/conflicts/15/1?province=15&period=1404',
  '/kit': '/kit?province=15&period=1404',
}

/** Routes that only lead to another page. */
export const SIGNPOSTS: readonly string[] = ['/']
