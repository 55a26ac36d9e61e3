import { randomUUID } from 'node:crypto'
import of2025 from 'chinese-days/dist/years/2025.json'
import of2026 from 'chinese-days/dist/years/2026.json'
import { Client } from 'pg'
import { readSheet } from 'read-excel-file/node'
import { hongyun, yanxi } from '../../functions/demo/story'
import { storage } from '../../functions/kernel/storage'
import { clearPatrolExports } from '../../functions/patrol/clearExports'
import type { Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { numbers } from '../../shared/patrol/states'
import { numberDefinitions, numberWords } from '../../shared/patrol/words'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'
import { recount } from './recount'

let api: TestApi
let tokens: Record<
  | 'communityWorker'
  | 'secondWorker'
  | 'gridWorker'
  | 'property'
  | 'committeeDirector'
  | 'subdistrictOfficer'
  | 'owner',
  string
>
let year: { fromMonth: string; toMonth: string }
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  tokens = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'gridWorker',
    'property',
    'committeeDirector',
    'subdistrictOfficer',
    'owner',
  )
  const today = dayOf(api.now)
  year = {
    fromMonth: dayOf(new Date(api.now.getTime() - 360 * 86_400_000)).slice(0, 7),
    toMonth: today.slice(0, 7),
  }
})
afterAll(() => api.close())
afterEach(() => expect(api.faults).toEqual([]))

type Month = Output<'patrol.month'>
const free = [of2025, of2026].flatMap((t) => Object.keys(t.holidays))
const madeUp = [of2025, of2026].flatMap((t) => Object.keys(t.workdays))
const lastOf = (month: string) => {
  const [y, m] = month.split('-').map(Number)
  return new Date(Date.UTC(y!, m!, 0)).toISOString().slice(0, 10)
}
const byGroup = (rows: { by: string; key: string }[]) =>
  new Map(rows.map(({ by, key, ...counts }) => [`${by} ${key}`, counts]))

/** The product’s numbers in the groups of the query. */
const groupsOf = ({ total, days, months, plans, walkers }: Month) =>
  new Map([
    ['total ', total],
    ...days.map(({ day, counts }) => [`day ${day}`, counts] as const),
    ...months.map(({ group, counts }) => [`month ${group}`, counts] as const),
    ...plans.map(({ group, counts }) => [`plan ${group}`, counts] as const),
    ...walkers.map(({ group, counts }) => [`walker ${group}`, counts] as const),
  ])
const isEmpty = (counts: object) => Object.values(counts).every((n) => n === 0)
const filled = (groups: Map<string, object>) =>
  Object.fromEntries([...groups].filter(([, counts]) => !isEmpty(counts)).sort())

describe('a year of rounds', () => {
  test.each<[string, string, 'communityWorker' | 'secondWorker']>([
    ['盐溪社区', yanxi, 'communityWorker'],
    ['弘运社区', hongyun, 'secondWorker'],
  ])('of %s has the numbers that an independent query finds, in every group', async (_, communityId, who) => {
    const month = await api.get(tokens[who], 'patrol.month', { communityId, ...year })
    const counted = await api.owner<{ by: string; key: string }>(recount, [
      communityId,
      `${year.fromMonth}-01`,
      lastOf(year.toMonth),
      dayOf(api.now),
      free,
      madeUp,
    ])
    expect(month.total.rounds).toBeGreaterThan(60)
    expect(month.total.missed).toBeGreaterThan(3)
    expect(month.total.partly).toBeGreaterThan(3)
    expect(month.total.fixed * month.total.whistled * month.total.watched).toBeGreaterThan(0)
    expect(filled(groupsOf(month))).toEqual(filled(byGroup(counted)))
  })

  test('adds up: months and plans to the total, and the states to what was due', async () => {
    const { total, months, plans, days } = await api.get(tokens.secondWorker, 'patrol.month', {
      communityId: hongyun,
      ...year,
    })
    for (const rows of [months, plans, days])
      for (const key of [
        'due',
        'walked',
        'partly',
        'missed',
        'missedCheckpoints',
        'rounds',
        'minutes',
        'findings',
      ] as const)
        expect([key, rows.reduce((sum, r) => sum + r.counts[key], 0)]).toEqual([key, total[key]])
    expect(total.walked + total.partly + total.missed).toBeLessThanOrEqual(total.due)
  })

  test.each(numbers)('every %s opens to as many lines as the number says', async (number) => {
    const month = await api.get(tokens.secondWorker, 'patrol.month', { communityId: hongyun, ...year })
    const list = async (more: object) => {
      const lines: Output<'patrol.list'>['items'] = []
      let after: string | undefined
      let total = 0
      do {
        const page = await api.get(tokens.secondWorker, 'patrol.list', {
          communityId: hongyun,
          ...year,
          number,
          ...more,
          ...(after && { after }),
        })
        lines.push(...page.items)
        total = page.total
        after = page.next ?? undefined
      } while (after)
      expect(lines).toHaveLength(total)
      return lines
    }
    const all = await list({})
    expect(all).toHaveLength(month.total[number])
    expect(all.map((l) => l.day)).toEqual(
      all
        .map((l) => l.day)
        .sort()
        .reverse(),
    )
    expect(all.every((l) => l.plan !== '' && l.title !== '' && l.says !== '')).toBe(true)
    const plan = month.plans.find((p) => p.counts[number] > 0)!
    expect(await list({ planId: plan.group })).toHaveLength(plan.counts[number])
    const walker = month.walkers.find((w) => w.counts[number] > 0)!
    expect(await list({ personId: walker.group })).toHaveLength(walker.counts[number])
    const day = month.days.find((d) => d.counts[number] > 0)!
    expect(await list({ day: day.day })).toHaveLength(day.counts[number])
  })

  test('shows holidays, and which rounds moved over them', async () => {
    const { days } = await api.get(tokens.communityWorker, 'patrol.month', {
      communityId: yanxi,
      fromMonth: '2026-10',
      toMonth: '2026-10',
    })
    expect(days.filter((d) => d.holiday === '国庆节').map((d) => d.day)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `2026-10-0${n}`),
    )
  })

  test('is read in a moment', async () => {
    const begins = process.cpuUsage()
    await api.get(tokens.communityWorker, 'patrol.month', { communityId: yanxi, ...year })
    // of this process alone, whatever else the machine does
    expect(process.cpuUsage(begins).user / 1000).toBeLessThan(1000)
  })
})

describe('who sees it', () => {
  const plansSeenBy = async (who: keyof typeof tokens, communityId = hongyun) =>
    (await api.get(tokens[who], 'patrol.month', { communityId, ...year })).plans.map((p) => p.name)
  test('is the community all, the company its own, the committee that of its compound', async () => {
    expect(await plansSeenBy('secondWorker')).toEqual(['弘运网格巡查', '弘运小区日常巡查'])
    expect(await plansSeenBy('subdistrictOfficer')).toEqual(['弘运网格巡查', '弘运小区日常巡查'])
    expect(await plansSeenBy('property')).toEqual(['弘运小区日常巡查'])
    expect(await plansSeenBy('committeeDirector')).toEqual(['弘运小区日常巡查'])
    expect(await plansSeenBy('property', yanxi)).toEqual(['花溪苑日常巡查'])
    expect(await api.refusal(tokens.owner, 'patrol.month', { communityId: yanxi, ...year })).toBe('forbidden')
    expect(await api.refusal(tokens.communityWorker, 'patrol.month', { communityId: hongyun, ...year })).toBe(
      'not_found',
    )
  })

  test('reads names only in the community and at the company', async () => {
    const walkers = async (who: keyof typeof tokens) =>
      (await api.get(tokens[who], 'patrol.month', { communityId: hongyun, ...year })).walkers.map(
        (w) => w.name,
      )
    expect(await walkers('secondWorker')).toEqual(
      expect.arrayContaining(['弘运物业经办人', '弘运第一网格员']),
    )
    expect(await walkers('property')).toEqual(['弘运物业经办人'])
    expect(await walkers('committeeDirector')).toEqual([])
    const { items } = await api.get(tokens.committeeDirector, 'patrol.list', {
      communityId: hongyun,
      ...year,
      number: 'rounds',
    })
    expect(items.length).toBeGreaterThan(10)
    expect(items.every((i) => i.walker === null)).toBe(true)
  })

  test('asks for months the right way round, and not for too many', async () => {
    const asked = (fromMonth: string, toMonth: string) =>
      api.refusal(tokens.communityWorker, 'patrol.month', { communityId: yanxi, fromMonth, toMonth })
    expect(await asked('2026-11', '2026-10')).toBe('months_reversed')
    expect(await asked('2020-01', '2026-10')).toBe('months_too_many')
  })
})

describe('the spreadsheet', () => {
  const keyOf = (address: string) => address.replace(/^\/api\/storage\//, '').replace(/\?.*/, '')
  const sheet = async (address: string, name: string) =>
    readSheet((await storage().readFile(keyOf(address)))!, name)
  const run = (id: string, more: object = {}) =>
    api.get(tokens.secondWorker, 'patrol.export', { communityId: hongyun, id, ...year, ...more })

  test('has what was due, walked and found, each line once, and what the numbers mean', async () => {
    const { address } = await run(randomUUID())
    const { total } = await api.get(tokens.secondWorker, 'patrol.month', { communityId: hongyun, ...year })
    const lines = async (name: string) => (await sheet(address, name)).length - 1
    expect([await lines('应走'), await lines('巡查'), await lines('发现')]).toEqual([
      total.due,
      total.rounds,
      total.findings,
    ])
    const counts = await sheet(address, '汇总')
    expect(counts[0]!.slice(3)).toEqual([...numbers.map((n) => numberWords[n]), '用时（分钟）'])
    expect(counts.at(-1)!.slice(3)).toEqual([...numbers.map((n) => total[n]), total.minutes])
    expect((await sheet(address, '口径')).slice(1)).toEqual(
      numbers.map((n) => [numberWords[n], numberDefinitions[n]]),
    )
    expect((await recorded(api, hongyun)).filter((a) => a === 'patrol.exported').length).toBeGreaterThan(0)
  })

  test('runs nothing that somebody wrote', async () => {
    await api.owner(
      `update finding set words = '=HYPERLINK("http://x","点我")' where id = (select id from finding where community_id = $1 order by id limit 1)`,
      [hongyun],
    )
    const { address } = await run(randomUUID())
    const words = (await sheet(address, '发现')).map((row) => String(row[4]))
    expect(words.filter((w) => w.includes('HYPERLINK'))).toEqual([`' =HYPERLINK("http://x","点我")`])
  })

  test('asked again is the same file, other content is refused, and it goes after a day', async () => {
    const id = randomUUID()
    const { address } = await run(id)
    expect(keyOf((await run(id)).address)).toBe(keyOf(address))
    expect(
      await api.refusal(tokens.secondWorker, 'patrol.export', {
        communityId: hongyun,
        id,
        ...year,
        fromMonth: year.toMonth,
      }),
    ).toBe('id_taken')
    expect(await api.refusal(tokens.property, 'patrol.export', { communityId: hongyun, id, ...year })).toBe(
      'id_taken',
    )
    const client = new Client({ connectionString: api.database.urls.tick })
    await client.connect()
    await clearPatrolExports(client, new Date(api.now.getTime() + 25 * 3_600_000))
    await client.end()
    expect(await storage().readFile(keyOf(address))).toBeUndefined()
    expect(await api.owner('select 1 from patrol_export')).toEqual([])
  })
})

test('a whistle that a round of the demo made is handled like any other', async () => {
  const [whistle] = await api.owner<{ n: number }>(
    `select count(*)::int as n from finding f join whistle w on w.community_id = f.community_id and w.id = f.whistle_id
     where w.state = 'closed' and w.outcome = 'solved'`,
  )
  expect(whistle!.n).toBeGreaterThan(5)
})
