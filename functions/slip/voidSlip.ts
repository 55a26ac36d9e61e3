import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'
import { holdSlip, ofUnit } from './standing'

export const voidSlip = write('slip.void', {
  load: ({ tx, input, now }) => holdSlip(tx, input, now),
  place: (_, { unitId }) => ofUnit(unitId),
  refuse: ({ loaded }) => (loaded.used ? 'slip_used' : loaded.voided ? 'slip_voided' : undefined),
  async change(act) {
    const { unitId, slipId } = act.input
    await Promise.all([
      queries.voidSlip(act.tx, [unitId, slipId, act.now]),
      note(act, { action: 'slip.voided', subjectKind: 'slip', subjectId: slipId, after: { unitId } }),
    ])
    return { stand: 'voided' as const }
  },
})
