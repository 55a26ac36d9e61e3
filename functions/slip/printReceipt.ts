import { dayOf, sayDay } from '../../shared/kernel/time'
import { receiptLink, sayNumber } from '../../shared/slip/number'
import { receiptById } from '../checkin/queries'
import { settings } from '../kernel/settings'
import { read } from '../kernel/verb'
import { makeReceiptPage } from './receiptPage'

/** The receipt as a page for the unit's file. */
export const printReceipt = read('slip.print', {
  load: async ({ tx, input }) => (await receiptById(tx, [input.communityId, input.checkinId]))[0],
  async answer({ loaded: r }) {
    const { toBuffer } = await import('qrcode')
    const link = receiptLink(settings().publicHost, r.receipt_number, r.check_code)
    const page = await makeReceiptPage({
      unit: r.unit,
      name: r.name ?? '',
      community: `${r.subdistrict}${r.community}`,
      acceptedOn: sayDay(dayOf(r.accepted_at)),
      confirmedOn: r.confirmed_at === null ? null : sayDay(dayOf(r.confirmed_at)),
      number: sayNumber(r.receipt_number),
      code: r.check_code,
      picture: await toBuffer(link, { errorCorrectionLevel: 'M', margin: 1, width: 240 }),
    })
    return { fileName: `报到回执${r.receipt_number}.docx`, base64: page.toString('base64') }
  },
})
