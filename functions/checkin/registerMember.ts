import { checkin } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { indexOf, sealPhone } from '../kernel/secrets'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { mintNumbers, newReceiptCode } from '../slip/mint'
import * as queries from './queries'
import { profileValues } from './standing'

/** A member without office, by the community itself. With the number they vouched for, it is theirs on their phone too. */
export const registerMember = write('checkin.register', {
  load: async ({ tx, input }) => {
    const { communityId, id, homeId, phone } = input
    const [[home], [again], [person], [number]] = await Promise.all([
      queries.homeIn(tx, [communityId, homeId ?? null]),
      queries.sentBefore(tx, [communityId, id, sentHash(input)]),
      queries.personOfPhone(tx, [phone === undefined ? null : indexOf('phone', phone)]),
      mintNumbers(tx, 1),
    ])
    return { home, again, personId: person?.id ?? null, number: number! }
  },
  refuse: ({ input, loaded: { home, again } }) =>
    !again && input.homeId !== undefined && !home ? 'home_not_in_community' : undefined,
  conflicts: { checkin_lives_once: 'checked_in_already' },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, id, name, homeId, profile, phone } = input
    if (loaded.again?.receipt_number) return { id, receiptNumber: loaded.again.receipt_number }
    const receiptNumber = loaded.number
    const sealed = phone === undefined ? undefined : sealPhone(phone)
    await Promise.all([
      addOnce(
        act,
        checkin,
        {
          communityId,
          id,
          kind: 'noOffice',
          state: 'accepted',
          personId: loaded.personId,
          presentedAt: now,
          sentHash: sentHash(input),
          acceptedAt: now,
          decidedBy: caller.personId,
          receiptNumber,
          checkCode: newReceiptCode(),
        },
        {
          communityId,
          action: 'checkin.registered',
          subjectKind: 'checkin',
          subjectId: id,
          aboutId: loaded.personId,
          after: { state: 'accepted' },
        },
        ['personId', 'presentedAt', 'acceptedAt', 'decidedBy', 'receiptNumber', 'checkCode'],
      ),
      queries.addProfile(tx, [
        communityId,
        id,
        name,
        sealed?.phoneCipher ?? null,
        sealed?.phoneIndex ?? null,
        loaded.home?.building_id ?? null,
        homeId ?? null,
        ...profileValues(profile),
      ]),
    ])
    return { id, receiptNumber }
  },
})
