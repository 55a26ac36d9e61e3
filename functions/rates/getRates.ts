import { read } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { loadRates } from './asking'
import { showRates } from './view'

export const getRates = read('rates.get', {
  load: async ({ tx, input, now }) => {
    const { communityId, compoundId } = input
    const [rates, [compound]] = await Promise.all([
      loadRates(tx, 'community', communityId, input, now),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? rates : undefined
  },
  answer: ({ loaded, input }) => showRates(input.by, loaded.counts, loaded.survey),
})
