import type { FileHandle } from 'node:fs/promises'
import { damaged } from './workbook-refusal.ts'

const END_OF_CHAIN = 0xfffffffe
const HEADER_FAT_SECTORS = 109
// A directory of a workbook has a few dozen entries; a longer chain is a loop or an attack.
const MAX_DIRECTORY_SECTORS = 4096

/** The names of the streams in an OLE compound file (MS-CFB), which tell an old workbook from a sealed new one. */
export async function readOleNames(file: FileHandle): Promise<string[]> {
  const header = await readBytes(file, 0, 512)
  const sectorBytes = 1 << header.readUInt16LE(0x1e)
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw damaged('ole', 'header')
  const sector = (number: number): Promise<Buffer> => readBytes(file, (number + 1) * sectorBytes, sectorBytes)
  const perSector = sectorBytes / 4

  const fatSector = async (index: number): Promise<number> => {
    if (index < HEADER_FAT_SECTORS) return header.readUInt32LE(0x4c + index * 4)
    let left = index - HEADER_FAT_SECTORS
    let next = header.readUInt32LE(0x44)
    for (; left >= perSector - 1; left -= perSector - 1)
      next = (await sector(next)).readUInt32LE(sectorBytes - 4)
    return (await sector(next)).readUInt32LE(left * 4)
  }

  const names: string[] = []
  let current = header.readUInt32LE(0x30)
  for (let visited = 0; current < END_OF_CHAIN; visited += 1) {
    if (visited === MAX_DIRECTORY_SECTORS) throw damaged('ole', 'directory')
    const entries = await sector(current)
    for (let at = 0; at + 128 <= entries.length; at += 128) {
      const bytes = entries.readUInt16LE(at + 64)
      if (entries[at + 66] !== 0 && bytes >= 2 && bytes <= 64)
        names.push(entries.toString('utf16le', at, at + bytes - 2))
    }
    const fat = await sector(await fatSector(Math.floor(current / perSector)))
    current = fat.readUInt32LE((current % perSector) * 4)
  }
  return names
}

async function readBytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead === 0) throw damaged('ole', 'truncated')
  return buffer
}
