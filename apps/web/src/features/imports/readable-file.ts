/** The file was changed or moved on the device after it was chosen, and the browser does not read it any more. */
export class FileChanged extends Error {
  constructor(cause: unknown) {
    super('file-changed', { cause })
    this.name = 'FileChanged'
  }
}

/** Fails with FileChanged where a file cannot be read any more. */
export async function requireReadable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer()
  } catch (error) {
    throw new FileChanged(error)
  }
}
