import { dayOf } from '../../shared/kernel/time'
import { remindDays, slipStands } from '../../shared/slip/states'
import { read } from '../kernel/verb'
import { unitsOfMine } from './queries'

export const listUnits = read('slip.units', {
  load: ({ tx, now }) => unitsOfMine(tx, [dayOf(now), new Date(now.getTime() - remindDays * 86_400_000)]),
  answer: ({ loaded }) => ({
    items: loaded.map((u) => ({
      unitId: u.id,
      name: u.name,
      stands: Object.fromEntries(slipStands.map((s) => [s, u.stands?.[s] ?? 0])) as Record<
        (typeof slipStands)[number],
        number
      >,
      toConfirm: u.to_confirm,
      slow: u.slow,
    })),
  }),
})
