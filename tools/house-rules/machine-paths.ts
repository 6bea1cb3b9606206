import type { Finding } from '../finding.ts'
import { listProjectFiles, readProjectFile } from '../project-files.ts'

const MACHINE_PATH = /(?<![\w.~@-])\/(?:work|root|tmp|home|Users)\/[\w.-]*/
const BINARY = /\.(xlsx|xls|ods|xlsb|png|jpg|woff2?|pdf|gz|zip|br)$/

/** No file of the project names a folder of the machine it was written on. */
export function checkMachinePaths(root: string): Finding {
  const files = listProjectFiles(root).filter((path) => !BINARY.test(path))
  const problems = files.flatMap((path) =>
    readProjectFile(root, path)
      .split('\n')
      .flatMap((line, index) => {
        const found = MACHINE_PATH.exec(line)
        return found === null ? [] : [`${path}:${index + 1} names ${found[0]}`]
      }),
  )
  return { checked: files.length, unit: 'text files', problems }
}
