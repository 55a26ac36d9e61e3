import { z } from 'zod/mini'
import { books, booksPath, decision, decisionView, fen } from '../account/fields'
import { endpoint } from '../kernel/endpoint'
import { day, id, text } from '../kernel/fields'
import { spaceKinds, spaceStates, tariffUnits } from './kinds'

export const tariffView = z.object({ unit: z.enum(tariffUnits), fen: z.int(), from: day })

export const space = {
  /** A grid of spaces. Who has one is told to those who keep the books, and to the home itself. */
  'space.list': endpoint({
    method: 'GET',
    path: `${booksPath}/spaces`,
    input: z.strictObject({ ...books, kind: z.optional(z.enum(spaceKinds)) }),
    output: z.object({
      /** What parking on common land rests on; null: nothing was named yet, so there is no parking to let. */
      ground: z.nullable(decisionView),
      /** What a visitor pays for a day. */
      visitors: z.nullable(tariffView),
      items: z.array(
        z.object({
          spaceId: id,
          kind: z.enum(spaceKinds),
          number: z.string(),
          state: z.enum(spaceStates),
          tariff: z.nullable(tariffView),
          /** The next tariff, where one was set from a later day. */
          later: z.nullable(tariffView),
          /** To those who keep the books, and to the home itself. */
          lease: z.nullable(
            z.object({
              leaseId: id,
              who: z.string(),
              plate: z.nullable(z.string()),
              to: z.nullable(day),
              owedFen: z.int(),
            }),
          ),
          mine: z.boolean(),
        }),
      ),
      counts: z.object({ free: z.int(), let: z.int(), waiting: z.int() }),
      mayChange: z.boolean(),
    }),
  }),
  /** The decision that parking on common land rests on, 民法典 278. */
  'space.setGround': endpoint({
    method: 'POST',
    path: `${booksPath}/spaces/ground`,
    input: z.strictObject({ ...books, decision }),
    output: z.object({ ground: decisionView }),
    refusals: ['decision_missing', 'decision_elsewhere'],
  }),
  /** Spaces in one row: each with a number of its own, all with one tariff. */
  'space.add': endpoint({
    method: 'POST',
    path: `${booksPath}/spaces`,
    input: z.strictObject({
      ...books,
      kind: z.enum(spaceKinds),
      spaces: z
        .array(z.strictObject({ id, number: text(12) }))
        .check(z.minLength(1, '请填写编号'), z.maxLength(200, '一次最多 200 个')),
      tariff: z.optional(z.strictObject({ unit: z.enum(tariffUnits), fen, from: day })),
    }),
    output: z.object({ added: z.int() }),
    refusals: ['id_taken', 'parking_unfounded', 'space_numbered'],
  }),
  /** From a day on which nobody was charged by the price before. */
  'space.setTariff': endpoint({
    method: 'POST',
    path: `${booksPath}/spaces/tariffs`,
    input: z.strictObject({
      ...books,
      /** None: the tariff of visitors, by day. */
      spaceIds: z.array(id).check(z.maxLength(200, '一次最多 200 个')),
      unit: z.enum(tariffUnits),
      fen,
      from: day,
    }),
    output: z.object({ set: z.int() }),
    refusals: ['space_elsewhere', 'tariff_past', 'tariff_charged', 'visitors_by_day', 'parking_unfounded'],
  }),
  /** Given up from a day on: painted over, or for something else. */
  'space.end': endpoint({
    method: 'POST',
    path: `${booksPath}/spaces/{spaceId}/end`,
    input: z.strictObject({ ...books, spaceId: id }),
    output: z.object({ spaceId: id }),
    refusals: ['space_let', 'space_ended'],
  }),
}
