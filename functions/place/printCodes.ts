import { settings } from '../kernel/settings'
import { read } from '../kernel/verb'
import { codesOf, compoundById } from './queries'

/** A link of the house's own host for each building and entrance: printed once, it never changes. */
export const printCodes = read('place.codes', {
  load: async ({ tx, input }) => {
    const of = [input.communityId, input.compoundId]
    const [compounds, codes] = await Promise.all([compoundById(tx, of), codesOf(tx, of)])
    return compounds[0] && { compound: compounds[0], codes }
  },
  async answer({ loaded: { compound, codes } }) {
    const { toString: draw } = await import('qrcode')
    const items = await Promise.all(
      codes.map(async ({ name, code }) => {
        const link = `${settings().publicHost}/q/${code}`
        return { name, link, svg: await draw(link, { type: 'svg', errorCorrectionLevel: 'Q', margin: 2 }) }
      }),
    )
    return { compound: compound.name, items }
  },
})
