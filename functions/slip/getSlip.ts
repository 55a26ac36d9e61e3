import { slipLink } from '../../shared/slip/number'
import { settings } from '../kernel/settings'
import { read } from '../kernel/verb'
import { loadSlip, ofUnit, showSlip } from './standing'

/** The slip as it is handed to the member, with the code that their phone reads. */
export const getSlip = read('slip.get', {
  load: ({ tx, input, now }) => loadSlip(tx, input, now),
  place: (_, { unitId }) => ofUnit(unitId),
  async answer({ loaded }) {
    const { toString: draw } = await import('qrcode')
    const link = slipLink(settings().publicHost, loaded.number)
    const svg = await draw(link, { type: 'svg', errorCorrectionLevel: 'Q', margin: 2 })
    return { ...showSlip(loaded), unitId: loaded.organisation_id, unit: loaded.unit, link, svg }
  },
})
