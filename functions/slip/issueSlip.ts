import { slip } from '../../db/schema'
import { addDays, dayOf } from '../../shared/kernel/time'
import { goodDays } from '../../shared/slip/states'
import { query } from '../kernel/database'
import { addOnce } from '../kernel/record'
import { indexOf, sealPhone } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { mintNumbers } from './mint'
import { goodSlips, unitOfMine, voidExpired } from './queries'
import { ofUnit } from './standing'

const numberById = query<{ number: string }>(
  'slip.number',
  'select number from slip where organisation_id = $1 and id = $2',
)

/** One slip for one member. Sent again it is the same slip, with the number that it got the first time. */
export const issueSlip = write('slip.issue', {
  load: async ({ tx, input, now }) => {
    const { unitId, name } = input
    const [[unit], namesakes, [number]] = await Promise.all([
      unitOfMine(tx, [unitId]),
      goodSlips(tx, [unitId, dayOf(now), name]),
      mintNumbers(tx, 1),
    ])
    return unit && { number: number!, namesakes: namesakes.filter((s) => s.id !== input.id) }
  },
  place: (_, { unitId }) => ofUnit(unitId),
  refuse({ input, loaded, now }) {
    if (input.expires !== undefined && input.expires < dayOf(now)) return 'slip_expires_early'
    const phone = input.phone === undefined ? null : indexOf('phone', input.phone).toString('hex')
    const { namesakes } = loaded
    if (namesakes.some((s) => s.phone === phone)) return ['slip_issued_already', { name: input.name }]
    return namesakes.some((s) => s.phone === null || phone === null)
      ? ['slip_namesake', { name: input.name }]
      : undefined
  },
  conflicts: { slip_waits_once: 'slip_issued_already' },
  about: ({ name }) => ({ name }),
  async change(act) {
    const { tx, input, now, caller } = act
    const { unitId, id, name } = input
    const phone = input.phone === undefined ? undefined : sealPhone(input.phone)
    const [, , [issued]] = await Promise.all([
      voidExpired(tx, [unitId, dayOf(now), now, [name], [phone?.phoneIndex ?? null]]),
      addOnce(
        act,
        slip,
        {
          organisationId: unitId,
          id,
          number: act.loaded.number,
          name,
          phoneCipher: phone?.phoneCipher ?? null,
          phoneIndex: phone?.phoneIndex ?? null,
          expiresDay: input.expires ?? addDays(dayOf(now), goodDays),
          issuedBy: caller.personId,
          issuedAt: now,
        },
        { action: 'slip.issued', subjectKind: 'slip', subjectId: id, after: { unitId } },
        ['number', 'phoneCipher', 'issuedAt', ...(input.expires === undefined ? ['expiresDay'] : [])],
      ),
      numberById(tx, [unitId, id]),
    ])
    return { id, number: issued!.number }
  },
})
