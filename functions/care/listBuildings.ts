import { newYearOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { buildingsOf, loadsOf } from './queries'

const sum = <K extends string>(rows: readonly Record<K, number>[], key: K): number =>
  rows.reduce((total, row) => total + row[key], 0)

export const listCareBuildings = read('care.buildings', {
  load: async ({ tx, input, now }) => {
    const [rows, loads] = await Promise.all([
      buildingsOf(tx, [input.communityId, newYearOf(now)]),
      loadsOf(tx, [input.communityId]),
    ])
    return { rows, loads }
  },
  answer: ({ loaded: { rows, loads } }) => ({
    total: {
      homes: sum(rows, 'homes'),
      covered: sum(rows, 'covered'),
      visited: sum(rows, 'visited'),
      empty: sum(rows, 'empty'),
      members: sum(loads, 'members'),
    },
    loads,
    items: rows.map((b) => ({
      buildingId: b.id,
      compound: b.compound,
      name: b.name,
      homes: b.homes,
      covered: b.covered,
      visited: b.visited,
      empty: b.empty,
    })),
  }),
})
