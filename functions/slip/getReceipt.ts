import { receiptLink } from '../../shared/slip/number'
import { receiptById } from '../checkin/queries'
import { settings } from '../kernel/settings'
import { read } from '../kernel/verb'
import { isCurrent, showReceipt } from './receipts'

/** For the member, the community's workers and the unit's liaison, as the rows allow. */
export const getReceipt = read('slip.receipt', {
  load: async ({ tx, input }) => (await receiptById(tx, [input.communityId, input.checkinId]))[0],
  async answer({ loaded }) {
    const { toString: draw } = await import('qrcode')
    const link = receiptLink(settings().publicHost, loaded.receipt_number, loaded.check_code)
    return {
      ...showReceipt(loaded),
      slipId: loaded.slip_id,
      unit: loaded.unit,
      subdistrict: loaded.subdistrict,
      checkCode: loaded.check_code,
      link,
      svg: await draw(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
      current: isCurrent(loaded),
    }
  },
})
