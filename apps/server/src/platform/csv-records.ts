/** Reads a small CSV file with a header row (RFC 4180) into records by column name. */
export function readCsvRecords(content: string): Record<string, string>[] {
  const [header = [], ...rows] = readCsvRows(content.replace(/^\uFEFF/, ''))
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}

function readCsvRows(content: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|\r|$)/gy
  while (cell.lastIndex < content.length) {
    const found = cell.exec(content)
    if (!found) break
    const [, raw = '', end] = found
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push([...row, ''])
  return rows
}
