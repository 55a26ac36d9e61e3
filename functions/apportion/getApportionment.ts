import { read } from '../kernel/verb'
import { apportionmentById, sharesOf } from './queries'

/** All shares for those who keep the books; their own for everybody else of the compound. */
export const getApportionment = read('apportion.get', {
  load: async ({ tx, input: { communityId, compoundId, apportionmentId } }) => {
    const key = [communityId, compoundId, apportionmentId]
    const [[apportionment], shares] = await Promise.all([apportionmentById(tx, key), sharesOf(tx, key)])
    return apportionment && { apportionment, shares }
  },
  answer: ({ loaded: { apportionment, shares } }) => ({
    name: apportionment.name,
    at: apportionment.at.toISOString(),
    resolutionId: apportionment.resolution_id,
    totalFen: apportionment.total_fen,
    method: apportionment.method,
    table: apportionment.coefficients,
    shares: shares.map((s) => ({
      homeId: s.home_id,
      label: s.label,
      floor: s.floor,
      areaCentiares: s.area_centiares,
      permille: s.permille,
      fen: s.fen,
    })),
  }),
})
