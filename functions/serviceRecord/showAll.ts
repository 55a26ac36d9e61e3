import { dayOf } from '../../shared/kernel/time'
import { isEarly } from '../../shared/serviceRecord/states'
import { write } from '../kernel/verb'
import { recordsToShow, showMany } from './queries'
import { noteEach } from './step'

export const showAll = write('serviceRecord.showAll', {
  load: ({ tx, input }) => recordsToShow(tx, [input.communityId, Number(input.year)]),
  refuse({ input, loaded, now }) {
    if (loaded.length === 0) return 'remark_missing'
    return loaded.some((r) => isEarly(r.year, dayOf(now), r.has_left)) && !input.sure
      ? 'year_not_over'
      : undefined
  },
  async change(act) {
    const { tx, now, input, loaded } = act
    await Promise.all([
      showMany(tx, [input.communityId, loaded.map((r) => r.id), now]),
      noteEach(act, loaded, 'serviceRecord.shown', 'shown'),
    ])
    return { shown: loaded.length }
  },
})
