import { firstOf } from '../../shared/charge/rules'
import type { Input } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { readPlate } from '../../shared/lease/plate'
import { incomeOf } from '../../shared/space/kinds'
import { type BooksRow, firstOpen, lockBooks } from '../account/books'
import { dueOf, duesOf } from '../charge/making'
import { addCharges } from '../charge/queries'
import { credit, debit, post } from '../entry/posting'
import { note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import * as queries from './queries'

type Asked = Input<'lease.add'>
interface Loaded {
  books: BooksRow
  space: queries.SpaceToLet | undefined
  home: { id: string } | undefined
  before: queries.LeaseRow | undefined
  line: { before: number; renews: boolean; wait_id: string | null }
}
const leasedOf = ({ from, to, agreed }: Asked, { tariffs }: queries.SpaceToLet) => ({
  fromDay: from,
  toDay: to ?? null,
  agreedUnit: agreed?.unit ?? null,
  agreedFen: agreed?.fen ?? null,
  tariffs,
})

function refuse(input: Asked, { books, space, home, before, line }: Loaded) {
  if (before) return before.sent_hash.equals(sentHash(input)) ? undefined : 'id_taken'
  if (!space) return 'space_elsewhere'
  if (space.ended_on !== null) return 'space_ended'
  const parks = space.kind === 'parking'
  const named = [input.homeId, input.plate, input.tenant].map((v) => v !== undefined).join()
  if (named !== (parks ? 'true,true,false' : 'false,false,true')) return 'lease_who'
  if (parks && !home) return 'home_outside'
  if (parks && readPlate(input.plate!) === undefined) return ['plate_none', { plate: input.plate! }] as const
  if (input.from < firstOf(firstOpen(books)) || (input.to !== undefined && input.to < input.from))
    return 'lease_days'
  if (!dueOf(leasedOf(input, space), input.from.slice(0, 7))) return 'tariff_missing'
  return parks && line.before > 0 && !line.renews
    ? (['waiting_first', { count: line.before }] as const)
    : undefined
}

/** A space is let. What it comes to for months that have begun falls due at once. */
export const addLease = write('lease.add', {
  load: async ({ tx, input: { communityId, compoundId, id, spaceId, homeId, from } }) => {
    const books = [communityId, compoundId]
    const [[row], [space], [home], [before], [line]] = await Promise.all([
      lockBooks(tx, books),
      queries.spaceToLet(tx, [...books, spaceId]),
      queries.homeHere(tx, [...books, homeId ?? null]),
      queries.leaseById(tx, [...books, id]),
      queries.lineBefore(tx, [...books, homeId ?? null, spaceId, from]),
    ])
    return row && { books: row, space, home, before, line: line! }
  },
  place: (_, { communityId, compoundId }) => ({ communityId, compoundId }),
  refuse: ({ input, loaded }) => {
    const refusal = refuse(input, loaded)
    return typeof refusal === 'object' ? [...refusal] : refusal
  },
  conflicts: { lease_apart: 'lease_overlaps', lease_plate_apart: 'plate_let' },
  about: ({ plate }) => ({ plate: plate ?? '' }),
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, id, spaceId, homeId, tenant, from, to, agreed } = input
    if (loaded.before) return { id }
    const space = loaded.space!
    const key = incomeOf[space.kind]
    const plate = input.plate === undefined ? null : readPlate(input.plate)!
    const dues = duesOf(leasedOf(input, space), dayOf(now)).map((due) => ({ ...due, entryId: newId(now) }))
    const hash = sentHash(input)
    await Promise.all([
      queries.addLease(tx, [
        ...[
          communityId,
          compoundId,
          id,
          spaceId,
          space.kind,
          homeId ?? null,
          plate,
          tenant ?? null,
          from,
          to ?? null,
        ],
        ...[agreed?.unit ?? null, agreed?.fen ?? null, now, hash],
      ]),
      ...dues.map((due) =>
        post(act, {
          ...{ communityId, compoundId, entryId: due.entryId, kind: 'charged', on: due.from, hash },
          lines: [debit('due', due.fen), credit('unpaid', due.fen)],
        }),
      ),
      addCharges(tx, [
        ...[
          communityId,
          compoundId,
          key,
          id,
          homeId ?? null,
          dues.map((d) => d.period),
          dues.map((d) => d.from),
        ],
        ...[dues.map((d) => d.to), dues.map((d) => d.fen), dues.map((d) => d.entryId)],
      ]),
      ...(loaded.line.wait_id === null
        ? []
        : [queries.endWait(tx, [communityId, compoundId, loaded.line.wait_id, now, null])]),
      note(act, {
        communityId,
        action: 'lease.added',
        subjectKind: 'lease',
        subjectId: id,
        after: { compoundId, spaceId, from, ...(homeId && { homeId }), ...(to && { to }) },
      }),
    ])
    return { id }
  },
})
