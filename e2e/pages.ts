/** Every page, with an address under which it shows something; each is looked at by axe in both languages and themes. */
export const PAGES: Readonly<Record<string, string>> = {
  '/': '/?province=15&period=1404',
  '/figures': '/figures?province=15&period=1404',
  '/kit': '/kit?province=15&period=1404',
}

/** Routes that only lead to another page. */
export const SIGNPOSTS: readonly string[] = []
