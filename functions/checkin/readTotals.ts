import { query } from '../kernel/database'
import { read } from '../kernel/verb'
import { subdistrictById } from '../place/queries'

interface TotalRow {
  kind: 'community' | 'unit'
  id: string
  name: string
  waiting: number
  members: number
  no_office: number
  confirmed: number
  slips: number
  minutes: number
  homes: number
  cared: number
  projects: number
  projects_done: number
}
const totalsOf = query<TotalRow>(
  'checkin.totals',
  'select * from checkin_totals($1, $2::date, $3::date) order by kind, name',
)

/** Numbers by community and by unit: whoever works above communities sees no person here. */
export const readTotals = read('checkin.totals', {
  load: async ({ tx, input: { subdistrictId, year } }) => {
    const [[subdistrict], totals] = await Promise.all([
      subdistrictById(tx, [subdistrictId]),
      totalsOf(tx, [subdistrictId, `${year}-01-01`, `${year}-12-31`]),
    ])
    return subdistrict && { subdistrict, totals }
  },
  place: ({ subdistrict }) => ({ districtId: subdistrict.district_id, subdistrictId: subdistrict.id }),
  answer: ({ loaded: { totals } }) => ({
    communities: totals
      .filter((t) => t.kind === 'community')
      .map((t) => ({
        communityId: t.id,
        name: t.name,
        waiting: t.waiting,
        members: t.members,
        noOffice: t.no_office,
        minutes: t.minutes,
        homes: t.homes,
        cared: t.cared,
        projects: t.projects,
        projectsDone: t.projects_done,
      })),
    units: totals
      .filter((t) => t.kind === 'unit')
      .map((t) => ({
        unitId: t.id,
        name: t.name,
        slips: t.slips,
        members: t.members,
        confirmed: t.confirmed,
        minutes: t.minutes,
        projects: t.projects,
        projectsDone: t.projects_done,
      })),
  }),
})
