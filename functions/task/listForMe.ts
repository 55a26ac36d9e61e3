import { pageSize } from '../../shared/kernel/fields'
import { readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { offered, takenByMe } from './queries'
import { showMine, showTask } from './view'

export const listForMe = read('task.mine', {
  load: async ({ tx, input, now }) => {
    const [rank, at, id] = readCursor(input.after, 'text', 'instant', 'id') ?? []
    const [taken, rows] = await Promise.all([
      takenByMe(tx),
      offered(tx, [now, at ?? null, id ?? null, /^[0-3]$/.test(rank ?? '') ? Number(rank) : 3]),
    ])
    return { taken, rows }
  },
  answer: ({ loaded: { taken, rows }, now }) => {
    const last = rows[pageSize - 1]
    return {
      taken: taken.map((t) => ({ ...showTask(t), mine: showMine(t, now) })),
      items: rows.slice(0, pageSize).map((t) => ({
        ...showTask(t),
        fits: t.fits,
        fitSkills: t.fit_skills,
        fitTimes: t.fit_times,
        wanted: t.wanted,
      })),
      next:
        rows.length > pageSize && last
          ? Buffer.from(JSON.stringify([String(last.rank), last.made_at.toISOString(), last.id])).toString(
              'base64url',
            )
          : null,
    }
  },
})
