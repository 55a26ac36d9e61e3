/** What the record keeps of one side of a change: references, states, days and counts. */
export type Side = Readonly<Record<string, unknown>>

/** A thing that the record keeps, in the words of the screens; undefined where only a machine reads it. */
export interface Said {
  key: string
  name: string
  says(value: unknown, side: Side, now: Date): string | undefined
}

export const from =
  (words: Record<string, string>) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' ? words[value] : undefined

export const asCount =
  (unit: string) =>
  (value: unknown): string | undefined => {
    const count = Array.isArray(value) ? value.length : value
    return typeof count === 'number' ? `${count} ${unit}` : undefined
  }
