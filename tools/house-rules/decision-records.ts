import type { Finding } from '../finding.ts'
import { listProjectFiles, readProjectFile } from '../project-files.ts'

const SECTIONS = ['Status', 'Question', 'Decision', 'Turned down', 'Cost', 'How we would notice it was wrong']
const CITATION = /\b20\d\d-\d\d-\d\d-[a-z][a-z0-9-]*/g

/** Decision records are named by date and slug and answer the six questions in order (STYLE §14). */
export function checkDecisionRecords(root: string): Finding {
  const files = listProjectFiles(root).filter((path) => path.startsWith('docs/adr/'))
  const problems = files.flatMap((path) => {
    if (!/^docs\/adr\/20\d\d-\d\d-\d\d-[a-z0-9-]+\.md$/.test(path))
      return [`${path} is not named YYYY-MM-DD-slug.md`]
    const headings = [...readProjectFile(root, path).matchAll(/^## (.+?)\s*$/gm)].map((match) => match[1])
    return headings.join('|') === SECTIONS.join('|')
      ? []
      : [`${path} has the sections [${headings.join(', ')}] instead of [${SECTIONS.join(', ')}]`]
  })
  return { checked: files.length, unit: 'decision records', problems }
}

/** Every decision record that code, a migration or a document cites is there. */
export function checkDecisionCitations(root: string): Finding {
  const files = listProjectFiles(root)
  const records = new Set(files.map((path) => /^docs\/adr\/(.+)\.md$/.exec(path)?.[1]))
  const citations = files
    .filter((path) => /\.(ts|sql|md)$/.test(path))
    .flatMap((path) => [...readProjectFile(root, path).matchAll(CITATION)].map(([slug]) => ({ path, slug })))
  const problems = citations
    .filter(({ slug }) => !records.has(slug))
    .map(({ path, slug }) => `${path} cites ${slug}, which is not in docs/adr`)
  return { checked: citations.length, unit: 'citations of decisions', problems }
}
