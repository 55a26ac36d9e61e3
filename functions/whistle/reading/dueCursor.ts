// what has no deadline stands behind all that have one; in a cursor that is a moment which never comes
const never = '9999-12-31T00:00:00.000Z'

export const cursorOfDue = (due: Date | null): string => due?.toISOString() ?? never
/** As the database compares it. */
export const afterDue = (instant: string | undefined): string | null =>
  instant === never ? 'infinity' : (instant ?? null)
