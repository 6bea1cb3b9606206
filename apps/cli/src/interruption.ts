/** Lets Ctrl-C ask `work` for its end instead of breaking it off; pressed again it breaks off. */
export async function untilAsked<T>(work: (isAsked: () => boolean) => Promise<T>): Promise<T> {
  let asked = false
  const ask = () => {
    asked = true
  }
  process.once('SIGINT', ask)
  process.once('SIGTERM', ask)
  try {
    return await work(() => asked)
  } finally {
    process.off('SIGINT', ask)
    process.off('SIGTERM', ask)
  }
}
