import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { id, instant } from '../kernel/fields'
import { pledgeTotals } from '../resolution/contract'
import { pledgeAtMostFen } from './policy'

const all = '/api/c/{communityId}/resolutions/{resolutionId}/pledges' as const
const key = { communityId: id, resolutionId: id }

export const pledge = {
  /** One home's voluntary word, by somebody of the home or written down by the recorder. One word a home at a time. */
  'pledge.give': endpoint({
    method: 'POST',
    path: all,
    input: z.strictObject({
      ...key,
      id,
      homeId: id,
      /** Whole fen. */
      fen: z.int().check(z.minimum(1, '金额要大于 0'), z.maximum(pledgeAtMostFen, '金额太大，请核对')),
    }),
    output: pledgeTotals,
    refusals: [
      'id_taken',
      'pledge_not_asked',
      'pledge_closed',
      'pledge_over',
      'pledge_twice',
      'home_not_yours',
      'home_elsewhere',
    ],
  }),
  'pledge.withdraw': endpoint({
    method: 'POST',
    path: `${all}/{pledgeId}/withdrawal`,
    input: z.strictObject({ ...key, pledgeId: id }),
    output: pledgeTotals,
    refusals: ['pledge_closed', 'pledge_withdrawn', 'home_not_yours'],
  }),
  'pledge.list': endpoint({
    method: 'GET',
    path: all,
    input: z.strictObject(key),
    output: z.object({
      ...pledgeTotals.shape,
      /** Still open for a word or its withdrawal. */
      open: z.boolean(),
      /** By home: for residents of that building and the keepers; for all others there is only the total. */
      items: z.array(
        z.object({
          pledgeId: id,
          homeId: id,
          label: z.string(),
          fen: z.int(),
          at: instant,
          withdrawnAt: z.nullable(instant),
          mine: z.boolean(),
          mayWithdraw: z.boolean(),
        }),
      ),
      /** Homes of the caller that have not given their word. */
      mine: z.array(z.object({ homeId: id, label: z.string() })),
      /** The caller may write down the word of any home of the circle. */
      mayRecord: z.boolean(),
    }),
    refusals: ['pledge_not_asked'],
  }),
}
