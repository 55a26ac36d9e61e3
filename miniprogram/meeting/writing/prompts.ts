import type { MeetingKind } from '../../../shared/meeting/states'
import { type TemplateItem, templates } from '../../../shared/minutes/templates'
import type { Item } from '../parts/words'
import type { Leaf } from './book'

/** Items stand ten apart, so that something may be put between. */
const step = 10
const placeAtMost = 1000

export const placeAfter = (rows: readonly Leaf[]): number =>
  Math.min(placeAtMost, Math.max(0, ...rows.map((r) => r.place)) + step)

/** Items of the agenda of which nothing has been written yet. */
export function promptsOf(items: readonly Item[], leaves: readonly Leaf[]): Leaf[] {
  const begun = new Set(leaves.map((l) => l.itemId))
  return items
    .map((item, i) => ({
      itemId: item.itemId,
      place: (i + 1) * step,
      title: item.title,
      words: '',
      restricted: '',
      revision: 0,
      waits: false,
    }))
    .filter((p) => !begun.has(p.itemId))
}

/** The usual headings of such a meeting that are not there yet. */
export function usualOf(kind: MeetingKind, rows: readonly Leaf[]): TemplateItem[] {
  const titles = new Set(rows.map((r) => r.title.trim()))
  return templates[kind].filter(({ title }) => !titles.has(title))
}

/** What belongs under a heading. */
export const hintFor = (kind: MeetingKind, title: string, items: readonly Item[]): string | undefined =>
  templates[kind].find((t) => t.title === title)?.hint ??
  items.find((i) => i.title === title)?.words ??
  undefined
