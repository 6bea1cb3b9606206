import ts from 'typescript'
import type { Finding } from '../finding.ts'
import { listProjectFiles, readProjectFile } from '../project-files.ts'

/** Nobody catches in a route or a command: an answer from a catch commits half the work (STYLE §8). */
export function checkNoCatch(root: string): Finding {
  const files = listProjectFiles(root).filter((path) => /\.(routes|commands)\.ts$/.test(path))
  const problems = files.flatMap((path) =>
    catchLines(readProjectFile(root, path)).map((line) => `${path}:${line} catches`),
  )
  return { checked: files.length, unit: 'routes and commands files', problems }
}

function catchLines(text: string): number[] {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true)
  const lines: number[] = []
  function visit(node: ts.Node): void {
    const catches =
      ts.isCatchClause(node) || (ts.isPropertyAccessExpression(node) && node.name.text === 'catch')
    if (catches) lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return lines
}
