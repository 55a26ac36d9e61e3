import * as z from 'zod/mini'
import { day, id, moment, pageSize, text } from '../../shared/kernel/fields'
import { Refused } from './refused'

const kinds = { id, day, instant: moment, text: text(1000) }

/** Where a list goes on: the sort values of the last row shown, opaque to the phone. */
export function readCursor(
  after: string | undefined,
  ...sortedBy: (keyof typeof kinds)[]
): string[] | undefined {
  if (after === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
    const right = Array.isArray(values) && values.length === sortedBy.length
    if (right && sortedBy.every((kind, i) => z.safeParse(kinds[kind], values[i]).success))
      return values as string[]
  } catch {
    // told below
  }
  throw new Refused('invalid', {}, { after: '列表已经变了，请从头再看' })
}

/** Rows were asked for one more than a page holds: whether there is more, and from where. */
export function pageOf<Row, Item>(rows: Row[], keyOf: (row: Row) => string[], show: (row: Row) => Item) {
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  const more = rows.length > pageSize && last !== undefined
  return {
    items: items.map(show),
    next: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
  }
}
