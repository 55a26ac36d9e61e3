import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { TieKind } from '../../shared/home/contract'
import type { HomeKind } from '../../shared/place/modes'
import type { RollState } from '../../shared/roll/states'
import { at, bytes, communityId, day, id } from './columns'

export interface RollAdds {
  buildings: number
  entrances: number
  homes: number
  people: number
  changed: number
  same: number
}

export const roll = pgTable(
  'roll',
  {
    communityId: communityId(),
    id: id(),
    compoundId: uuid('compound_id').notNull(),
    fileName: text('file_name').notNull(),
    fileKey: text('file_key').notNull(),
    bytes: integer('bytes').notNull(),
    state: text('state').$type<RollState>().notNull(),
    lines: integer('lines').notNull().default(0),
    checked: integer('checked').notNull().default(0),
    bad: integer('bad').notNull().default(0),
    adds: jsonb('adds').$type<RollAdds>(),
    openedBy: uuid('opened_by').notNull(),
    openedAt: at('opened_at').notNull(),
    importedAt: at('imported_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const rollLine = pgTable(
  'roll_line',
  {
    communityId: communityId(),
    rollId: uuid('roll_id').notNull(),
    line: integer('line').notNull(),
    building: text('building'),
    entrance: text('entrance'),
    number: text('number'),
    kind: text('kind').$type<HomeKind>(),
    areaCentiares: integer('area_centiares'),
    label: text('label'),
    sortKey: text('sort_key'),
    tieKind: text('tie_kind').$type<TieKind>(),
    name: text('name'),
    phoneCipher: bytes('phone_cipher'),
    phoneIndex: bytes('phone_index'),
    fromDay: day('from_day'),
    toDay: day('to_day'),
    problems: jsonb('problems').$type<{ field: string; reason: string }[]>(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.rollId, t.line] })],
)
