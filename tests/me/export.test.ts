import { randomUUID } from 'node:crypto'
import { demoPhone } from '../../functions/demo/cast'
import { demoId } from '../../functions/demo/stage'
import { yanxi, yanxiCompound } from '../../functions/demo/story'
import type { Output } from '../../shared/contract'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signIn } from '../kernel/signIn'

let api: TestApi
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  await whistle()
})
afterAll(() => api.close())

type Export = Output<'me.export'>

/** The owner whistles and is asked back, the tenant has met it too, and somebody rings with the owner's number. */
async function whistle() {
  const [owner, tenant, worker] = [
    await signIn(api, 'owner'),
    await signIn(api, 'tenant'),
    await signIn(api, 'communityWorker'),
  ]
  const at = { communityId: yanxi, whistleId: randomUUID() }
  const report = {
    communityId: yanxi,
    compoundId: yanxiCompound,
    category: 'water' as const,
    urgency: 'danger' as const,
  }
  await api.get(owner, 'whistle.submit', {
    ...report,
    id: at.whistleId,
    words: '一楼水表在漏',
    anonymous: true,
  })
  await api.get(tenant, 'whistle.join', { ...at, anonymous: false })
  await api.get(worker, 'whistle.askBack', { ...at, words: '哪个单元？' })
  await api.get(owner, 'whistle.answer', { ...at, words: '一单元' })
  await api.get(worker, 'whistle.intake', {
    ...report,
    id: randomUUID(),
    words: '打电话来说停水了',
    source: 'phone',
    name: '来电的人',
    phone: demoPhone('owner'),
  })
}

// where the export shows the rows of a table that names a person, and under which name their id stands there
const shownIn: Record<string, { of: (e: Export) => Record<string, unknown>[]; key: string }> = {
  person: { of: (e) => [e.person], key: 'personId' },
  home_tie: { of: (e) => e.homes, key: 'tieId' },
  role_grant: { of: (e) => e.roles, key: 'grantId' },
  claim: { of: (e) => e.claims, key: 'claimId' },
  session: { of: (e) => e.sessions, key: 'sessionId' },
  whistle_reporter: { of: (e) => e.whistles, key: 'whistleId' },
  whistle_note: { of: (e) => e.notes, key: 'entryId' },
  whistle_survey: { of: (e) => e.surveys, key: 'whistleId' },
  inbox: { of: (e) => e.inbox, key: 'lineId' },
  patrol_round: { of: (e) => e.patrols.rounds, key: 'roundId' },
  round_note: { of: (e) => e.patrols.notes, key: 'noteId' },
  finding: { of: (e) => e.patrols.findings, key: 'findingId' },
  finding_look: { of: (e) => e.patrols.looks, key: 'lookId' },
  finding_photo: { of: (e) => e.patrols.photos, key: 'photoId' },
  patrol_export: { of: (e) => e.patrols.exports, key: 'exportId' },
  rates_export: { of: (e) => e.exports, key: 'exportId' },
  meeting_attendance: { of: (e) => e.meetings.attendances, key: 'attendanceId' },
  meeting_circle: { of: (e) => e.meetings.invitations, key: 'meetingId' },
  series_circle: { of: (e) => e.meetings.standing, key: 'seriesId' },
  minutes_amendment: { of: (e) => e.meetings.amendments, key: 'amendmentId' },
  minutes_objection: { of: (e) => e.meetings.objections, key: 'objectionId' },
  resolution_progress: { of: (e) => e.meetings.progress, key: 'progressId' },
  pledge: { of: (e) => e.meetings.pledges, key: 'pledgeId' },
  consent: { of: (e) => e.checkins.consents, key: 'consentId' },
  checkin: { of: (e) => e.checkins.checkins, key: 'checkinId' },
  statement_question: { of: (e) => e.money.questions, key: 'questionId' },
  spending_approval: { of: (e) => e.money.approvals, key: 'spendingId' },
}
// by what a row of theirs is known, where that is not its id
const idOf: Record<string, string> = {
  whistle_reporter: 'whistle_id',
  whistle_note: 'entry_id',
  whistle_survey: 'whistle_id',
  finding_photo: 'photo_id',
  meeting_circle: 'meeting_id',
  series_circle: 'series_id',
  spending_approval: 'spending_id',
}
// worked out from the tables above, kept only to be quick, or until a line of the inbox has been sent
const derived = ['reach', 'outbox']

/** Tables whose rows belong to a person, from the catalogue: one that comes tomorrow is among them. */
const tablesOfPersons = async () => {
  const rows = await api.owner<{ name: string }>(
    `select c.relname as name from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id'
     where (a.attname is not null or c.relname = 'person') and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  return rows.map((r) => r.name).filter((n) => !derived.includes(n))
}

/** Also of somebody who is not offered on the first page. */
async function exportOf(key: string): Promise<Export> {
  await api.owner(`update person set demo_title = coalesce(demo_title, $2) where id = $1`, [demoId(key), key])
  return api.get(await signIn(api, key), 'me.export', {})
}

describe('my data', () => {
  test('are shown from every table that holds rows of a person', async () => {
    expect((await tablesOfPersons()).filter((t) => !(t in shownIn))).toEqual([])
  })

  test.each([
    'owner',
    'tenant',
    'communityWorker',
    'gridWorker',
    'property',
    'buildingLead',
    'committeeDirector',
    'districtOfficer',
  ])('of the %s are all that is held, no row more, none less', async (key) => {
    const token = await signIn(api, key)
    const shown = await api.get(token, 'me.export', {})
    for (const table of await tablesOfPersons()) {
      const held = await api.owner<{ id: string }>(
        `select ${idOf[table] ?? 'id'} as id from ${table} where ${table === 'person' ? 'id' : 'person_id'} = $1`,
        [demoId(key)],
      )
      const { of, key: name } = shownIn[table]!
      expect([
        table,
        of(shown)
          .map((r) => r[name])
          .sort(),
      ]).toEqual([table, held.map((r) => r.id).sort()])
    }
    const lines = await api.owner(
      'select 1 from record where (actor_id = $1 or about_id = $1) and action <> $2',
      [demoId(key), 'me.exported'],
    )
    expect(shown.record).toHaveLength(lines.length)
  })

  test.each(['owner', 'tenant', 'buildingLead', 'neighbour8', 'gridWorker', 'property'])(
    'of the %s leave out no word that the house keeps on them',
    async (key) => {
      const shown = JSON.stringify(await exportOf(key))
      for (const table of await tablesOfPersons()) {
        const rows = await api.owner<{ row: Record<string, string | null> }>(
          `select to_jsonb(t) as row from ${table} t where ${table === 'person' ? 'id' : 'person_id'} = $1`,
          [demoId(key)],
        )
        const words = await api.owner<{ name: string }>(
          `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1
           and data_type = 'text' and column_name not like 'demo%'`,
          [table],
        )
        for (const { row } of rows)
          for (const { name } of words)
            expect([
              table,
              name,
              row[name] === null || shown.includes(JSON.stringify(row[name]).slice(1, -1)),
            ]).toEqual([table, name, true])
      }
    },
  )

  test('are whole: my number, name and words in clear, as only I may see them', async () => {
    const shown = await api.get(await signIn(api, 'tenant'), 'me.export', {})
    expect(shown.person).toMatchObject({ name: '9栋1单元201租户', phone: demoPhone('tenant') })
    expect(shown.claims[0]).toMatchObject({ words: '租到明年六月，房东住外地', label: '9栋1单元201' })
    expect(shown.homes[0]).toMatchObject({ label: '9栋1单元201', kind: 'tenant' })
  })

  test('tell what I whistled, said and was told, and what was written down when I rang', async () => {
    const shown = await api.get(await signIn(api, 'owner'), 'me.export', {})
    const last = <T>(rows: T[]) => rows.at(-1)
    expect(last(shown.whistles)).toMatchObject({ words: '一楼水表在漏', first: true, anonymous: true })
    expect(last(shown.notes)).toMatchObject({ words: '一单元' })
    expect(shown.inbox[0]).toMatchObject({ action: 'whistle.askedBack' })
    expect([last(shown.calls)]).toMatchObject([
      { words: '打电话来说停水了', name: '来电的人', phone: demoPhone('owner') },
    ])
    // what I only met too is told without the words of whoever whistled
    const joined = await api.get(await signIn(api, 'tenant'), 'me.export', {})
    expect(last(joined.whistles)).toMatchObject({ words: null, first: false, category: 'water' })
    expect(joined.calls).toEqual([])
  })

  test('tell every role with its place', async () => {
    const shown = await api.get(await signIn(api, 'buildingLead'), 'me.export', {})
    expect(shown.roles[0]).toMatchObject({
      role: 'buildingLead',
      scope: 'building',
      scopeId: demoId('盐溪 9栋'),
      communityId: yanxi,
    })
  })

  test('are complete also for somebody who claimed more often than a screen shows', async () => {
    const worker = await signIn(api, 'communityWorker')
    const token = await signIn(api, 'newcomer')
    const { items } = await api.get(worker, 'home.list', {
      communityId: yanxi,
      buildingId: demoId('盐溪 6栋'),
    })
    const start = api.now
    for (let n = 0; n < 23; n++) {
      api.now = new Date(start.getTime() + n * 86_400_000)
      const claim = {
        communityId: yanxi,
        id: randomUUID(),
        homeId: items[n % 20]!.homeId,
        kind: 'owner' as const,
        name: '刚来的人',
      }
      await api.get(token, 'claim.submit', claim)
      await api.get(token, 'claim.withdraw', { communityId: yanxi, claimId: claim.id })
    }
    expect((await api.get(token, 'me.export', {})).claims).toHaveLength(23)
    api.now = start
  })

  test('hold nothing of anybody else: no number and no name of a neighbour', async () => {
    const shown = JSON.stringify(await api.get(await signIn(api, 'buildingLead'), 'me.export', {}))
    const numbers = [...shown.matchAll(/(?<![\da-f])1\d{10}(?![\da-f])/g)].map((m) => m[0])
    expect(new Set(numbers)).toEqual(new Set([demoPhone('buildingLead')]))
    expect(shown).not.toContain('9栋1单元701业主')
  })

  test('taken out leave a line on the record each time', async () => {
    const token = await signIn(api, 'supervisor')
    await api.get(token, 'me.export', {})
    await api.get(token, 'me.export', {})
    expect(await recorded(api, demoId('supervisor'))).toEqual(['me.exported', 'me.exported'])
  })
})
