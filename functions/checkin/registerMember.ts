import { sealPhone } from '../kernel/secrets'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { mintNumbers, newReceiptCode } from '../slip/mint'
import { addCheckin } from './addCheckin'
import * as queries from './queries'
import { plainName } from './standing'

/** A member without office, by the community itself. A typed number proves nothing: whose it is may take it on (`checkin.own`). */
export const registerMember = write('checkin.register', {
  load: async ({ tx, input }) => {
    const { communityId, id, homeId, name } = input
    const [[home], [again], [namesake], [number]] = await Promise.all([
      queries.homeIn(tx, [communityId, homeId ?? null]),
      queries.sentBefore(tx, [communityId, id, sentHash(input)]),
      queries.namesakesOf(tx, [communityId, homeId ?? null, plainName(name), id]),
      mintNumbers(tx, 1),
    ])
    return { home, again, namesake, number: number! }
  },
  refuse({ input, loaded: { home, again, namesake } }) {
    if (again) return undefined
    if (input.homeId !== undefined && !home) return 'home_not_in_community'
    return namesake && !input.sure ? 'checkin_namesake' : undefined
  },
  async change(act) {
    const { input, now, caller, loaded } = act
    const { id, phone } = input
    if (loaded.again?.receipt_number) return { id, receiptNumber: loaded.again.receipt_number }
    const receiptNumber = loaded.number
    await addCheckin(
      act,
      {
        kind: 'noOffice',
        state: 'accepted',
        personId: null,
        acceptedAt: now,
        decidedBy: caller.personId,
        receiptNumber,
        checkCode: newReceiptCode(),
      },
      { buildingId: loaded.home?.building_id, phone: phone === undefined ? undefined : sealPhone(phone) },
      { action: 'checkin.registered' },
      ['personId', 'acceptedAt', 'decidedBy', 'receiptNumber', 'checkCode'],
    )
    return { id, receiptNumber }
  },
})
