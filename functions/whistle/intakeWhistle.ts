import { write } from '../kernel/verb'
import { addReport, loadReport, refuseReport } from './report'

export const intakeWhistle = write('whistle.intake', {
  load: ({ tx, input, now }) => loadReport(tx, input, now),
  place: (_, { communityId }) => ({ communityId }),
  refuse: ({ input, caller, loaded }) => refuseReport(loaded, caller.personId, input),
  conflicts: { whistle_photo_pkey: 'photo_unknown' },
  change: (act) => {
    const { input } = act
    return addReport(act, input, input.source, act.loaded, { name: input.name, phone: input.phone })
  },
})
