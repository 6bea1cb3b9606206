type Language = 'fa' | 'en'

const COLLATORS: Record<Language, Intl.Collator> = {
  fa: new Intl.Collator('fa', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
}

/** Things in the order of the names they are shown by: in Persian آ before ا, پ after ب, چ after ج, ک and گ before ل. */
export function inOrderOfNames<Thing>(
  language: Language,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing[] {
  const { compare } = COLLATORS[language]
  return things
    .map((thing) => [nameOf(thing), thing] as const)
    .toSorted(([one], [other]) => compare(one, other))
    .map(([, thing]) => thing)
}
