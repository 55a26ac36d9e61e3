import { z } from 'zod/mini'
import { books, booksPath, fen, words } from '../account/fields'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, page, text } from '../kernel/fields'
import { spaceKinds, tariffUnits } from '../space/kinds'

/** As it was typed; a plate of China in any of its forms, or it is refused. */
export const plate = text(16)

const face = {
  leaseId: id,
  spaceId: id,
  kind: z.enum(spaceKinds),
  number: z.string(),
  homeId: z.nullable(id),
  /** The home's label, or who rents an advertising spot or a venue. */
  who: z.string(),
  plate: z.nullable(z.string()),
  from: day,
  to: z.nullable(day),
  /** Agreed for this lease alone, in place of the space's tariff. */
  agreed: z.nullable(z.object({ unit: z.enum(tariffUnits), fen: z.int() })),
  owedFen: z.int(),
  prepaidFen: z.int(),
  depositFen: z.int(),
}
const waiting = {
  waitId: id,
  /** 1 is next. */
  place: z.int(),
  since: instant,
  mine: z.boolean(),
  /** A space is free for this home: it was told. */
  called: z.boolean(),
}

export const lease = {
  'lease.list': endpoint({
    method: 'GET',
    path: `${booksPath}/leases`,
    input: z.strictObject({
      ...books,
      kind: z.optional(z.enum(spaceKinds)),
      spaceId: z.optional(id),
      /** Part of a plate, a number or a home. */
      find: z.optional(text(20)),
      after: z.optional(cursor),
    }),
    output: page(z.object(face)),
  }),
  'lease.get': endpoint({
    method: 'GET',
    path: `${booksPath}/leases/{leaseId}`,
    input: z.strictObject({ ...books, leaseId: id }),
    output: z.object({
      ...face,
      /** What fell due, the last first. */
      charges: z.array(
        z.object({
          chargeId: id,
          from: day,
          to: day,
          fen: z.int(),
          paidFen: z.int(),
          loweredFen: z.int(),
        }),
      ),
      receipts: z.array(z.object({ receiptId: id, on: day, fen: z.int(), says: z.string(), entryId: id })),
      mayChange: z.boolean(),
    }),
  }),
  /** A space let to a home and a plate; a spot or a venue to whoever rents it. */
  'lease.add': endpoint({
    method: 'POST',
    path: `${booksPath}/leases`,
    input: z.strictObject({
      ...books,
      id,
      spaceId: id,
      homeId: z.optional(id),
      plate: z.optional(plate),
      /** Of an advertising spot or a venue: a company, never a neighbour. */
      tenant: z.optional(text(40)),
      from: day,
      to: z.optional(day),
      agreed: z.optional(z.strictObject({ unit: z.enum(tariffUnits), fen })),
    }),
    output: z.object({ id }),
    refusals: [
      'id_taken',
      'space_elsewhere',
      'space_ended',
      'home_outside',
      'lease_who',
      'plate_none',
      'plate_let',
      'lease_overlaps',
      'lease_days',
      'tariff_missing',
      'waiting_first',
    ],
  }),
  /**
   * Its last day. What fell due beyond it is lowered to the day; what was paid too much stays as a prepayment. Later than it was, only while
   * nothing was charged for the month after it: else a new lease begins on the day after.
   */
  'lease.end': endpoint({
    method: 'POST',
    path: `${booksPath}/leases/{leaseId}/end`,
    input: z.strictObject({ ...books, leaseId: id, id, to: day }),
    output: z.object({ to: day, loweredFen: z.int(), prepaidFen: z.int() }),
    refusals: ['id_taken', 'lease_days', 'lease_over', 'lease_charged'],
  }),
  'lease.changePlate': endpoint({
    method: 'POST',
    path: `${booksPath}/leases/{leaseId}/plate`,
    input: z.strictObject({ ...books, leaseId: id, plate }),
    output: z.object({ plate: z.string() }),
    refusals: ['plate_none', 'plate_let', 'lease_over', 'lease_who'],
  }),
  /** Who waits for a parking space, in order. Homes are told to those who keep the list; one's own place to oneself. */
  'lease.waiting': endpoint({
    method: 'GET',
    path: `${booksPath}/waiting`,
    input: z.strictObject(books),
    output: z.object({
      total: z.int(),
      items: z.array(
        z.object({
          ...waiting,
          homeId: z.nullable(id),
          who: z.nullable(z.string()),
          plate: z.nullable(z.string()),
        }),
      ),
    }),
  }),
  'lease.wait': endpoint({
    method: 'POST',
    path: `${booksPath}/waiting`,
    input: z.strictObject({ ...books, id, homeId: id, plate }),
    output: z.object({ id, place: z.int() }),
    refusals: ['id_taken', 'plate_none', 'home_outside', 'waiting_twice', 'parking_unfounded'],
  }),
  /** Waits no longer: taken back by the home, or passed over with a reason that it reads. */
  'lease.unwait': endpoint({
    method: 'POST',
    path: `${booksPath}/waiting/{waitId}/end`,
    input: z.strictObject({ ...books, waitId: id, reason: z.optional(words) }),
    output: z.object({ waitId: id }),
    refusals: ['waiting_over', 'reason_missing', 'wait_not_yours'],
  }),
}
