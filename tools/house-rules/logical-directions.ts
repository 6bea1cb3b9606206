import type { Finding } from '../finding.ts'
import { listProjectFiles, readProjectFile } from '../project-files.ts'

const PROPERTY =
  /(?:^|[\s;{])((?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-(?:width|style|color))?|border-(?:top|bottom)-(?:left|right)-radius)\s*:/
const VALUE = /(?:^|[\s;{])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/
const STYLE_KEY =
  /\b((?:margin|padding|border)(?:Left|Right)|textAlign:\s*'(?:left|right)'|float:\s*'(?:left|right)')/

/** Pages run in two directions: their styles say start and end, never left and right (STYLE §11). */
export function checkLogicalDirections(root: string): Finding {
  const files = listProjectFiles(root).filter((path) => /^apps\/web\/src\/.*\.(css|tsx)$/.test(path))
  const problems = files.flatMap((path) => {
    const rules = path.endsWith('.css') ? [PROPERTY, VALUE] : [STYLE_KEY]
    return readProjectFile(root, path)
      .split('\n')
      .flatMap((line, index) =>
        rules.some((rule) => rule.test(line)) ? [`${path}:${index + 1} names a side: ${line.trim()}`] : [],
      )
  })
  return { checked: files.length, unit: 'styles and components', problems }
}
