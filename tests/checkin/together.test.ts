import { randomUUID } from 'node:crypto'
import { readSheet } from 'read-excel-file/node'
import type { Input } from '../../shared/contract'
import { type CheckinHouse, openCheckinHouse } from './house'

let house: CheckinHouse
beforeAll(async () => {
  house = await openCheckinHouse()
})
afterAll(() => house.api.close())

const says = {
  title: '义诊进小区',
  need: '老人量血压',
  resource: '两位医生',
  from: '2026-12-01',
  until: '2026-12-31',
}
const offering = (more: Partial<Input<'project.offer'>> = {}): Input<'project.offer'> => ({
  communityId: house.ids.here,
  id: randomUUID(),
  termsId: randomUUID(),
  unitId: house.ids.unit,
  kind: 'medical',
  ...says,
  ...more,
})

describe('a joint project', () => {
  test('is found by what is needed and offered, agreed by both sides, changed only by both, and done', async () => {
    const { api, ids, tokens } = house
    const need = {
      communityId: ids.here,
      id: randomUUID(),
      kind: 'medical' as const,
      words: '想有人来量血压',
    }
    await api.get(tokens.worker, 'project.addNeed', need)
    expect(await api.get(tokens.worker, 'project.addNeed', need)).toEqual({ id: need.id })
    await api.get(tokens.liaison, 'project.addResource', {
      unitId: ids.unit,
      id: randomUUID(),
      kind: 'medical',
      words: '医生',
    })
    const needs = await api.get(tokens.worker, 'project.needs', { communityId: ids.here })
    expect(needs.items.map((n) => n.matches.map((m) => m.unit))).toEqual([['一单位']])
    const resources = await api.get(tokens.liaison, 'project.resources', { unitId: ids.unit })
    expect(resources.items.map((r) => r.matches.map((m) => m.community))).toEqual([['甲社区']])

    const sent = offering()
    await api.get(tokens.worker, 'project.offer', sent)
    expect(await api.get(tokens.worker, 'project.offer', sent)).toEqual({ id: sent.id })
    expect(await api.refusal(tokens.worker, 'project.offer', { ...sent, title: '别的' })).toBe('id_taken')
    const key = { communityId: ids.here, projectId: sent.id }
    // each side for itself
    expect(await api.refusal(tokens.worker, 'project.agree', { ...key, termsId: sent.termsId })).toBe(
      'project_not_yours',
    )
    expect(await api.refusal(tokens.otherLiaison, 'project.agree', { ...key, termsId: sent.termsId })).toBe(
      'not_found',
    )
    expect(await api.get(tokens.liaison, 'project.agree', { ...key, termsId: sent.termsId })).toEqual({
      state: 'agreed',
    })
    expect(await api.refusal(tokens.liaison, 'project.agree', { ...key, termsId: sent.termsId })).toBe(
      'terms_settled',
    )

    const change = { ...key, id: randomUUID(), what: 'change' as const, ...says, until: '2027-03-31' }
    await api.get(tokens.liaison, 'project.change', change)
    const between = await api.get(tokens.worker, 'project.get', key)
    expect([between.inForce?.until, between.waitsFor, between.acts]).toEqual([
      '2026-12-31',
      'community',
      ['agree', 'decline', 'step'],
    ])
    expect((await api.get(tokens.liaison, 'project.get', key)).acts).toEqual(['takeBack', 'step'])
    expect(await api.refusal(tokens.worker, 'project.change', { ...change, id: randomUUID() })).toBe(
      'project_waits',
    )
    await api.get(tokens.worker, 'project.agree', { ...key, termsId: change.id })
    expect((await api.get(tokens.officer, 'project.get', key)).inForce?.until).toBe('2027-03-31')

    expect(await api.refusal(tokens.worker, 'project.finish', key)).toBe('project_no_steps')
    await api.get(tokens.liaison, 'project.step', {
      ...key,
      id: randomUUID(),
      day: '2026-11-21',
      words: '来了一次',
    })
    await api.get(tokens.worker, 'project.finish', key)
    expect(await api.refusal(tokens.worker, 'project.finish', key)).toBe('project_moved')
    expect(await house.lines(sent.id)).toEqual([
      'project.offered',
      'project.agreed',
      'project.changeOffered',
      'project.agreed',
      'project.stepped',
      'project.finished',
    ])
  })
  test('that the other side does not want ends there; of another unit or community it is not found', async () => {
    const { api, ids, tokens } = house
    const sent = offering({ kind: 'venue' })
    await api.get(tokens.liaison, 'project.offer', sent)
    const key = { communityId: ids.here, projectId: sent.id }
    expect(await api.refusal(tokens.workerThere, 'project.decline', { ...key, termsId: sent.termsId })).toBe(
      'not_found',
    )
    expect(await api.refusal(tokens.officer, 'project.decline', { ...key, termsId: sent.termsId })).toBe(
      'forbidden',
    )
    expect(await api.get(tokens.worker, 'project.decline', { ...key, termsId: sent.termsId })).toEqual({
      state: 'declined',
    })
    expect(
      await api.refusal(tokens.liaison, 'project.step', {
        ...key,
        id: randomUUID(),
        day: '2026-11-21',
        words: '来',
      }),
    ).toBe('project_moved')
    const notDone = await api.get(tokens.worker, 'project.list', { communityId: ids.here, list: 'notDone' })
    expect(notDone.items.map((p) => [p.projectId, p.state])).toEqual([[sent.id, 'declined']])
    const before = await house.count()
    expect(await api.refusal(tokens.liaison, 'project.offer', offering({ unitId: ids.otherUnit }))).toBe(
      'project_not_yours',
    )
    expect(await api.refusal(tokens.worker, 'project.offer', offering({ until: '2026-01-01' }))).toBe(
      'days_reversed',
    )
    expect(await house.count()).toBe(before)
  })
  test('is not done, nor changed back to life, while one side waits for an answer', async () => {
    const { api, ids, tokens } = house
    const sent = offering({ kind: 'repair' })
    const key = { communityId: ids.here, projectId: sent.id }
    await api.get(tokens.worker, 'project.offer', sent)
    await api.get(tokens.liaison, 'project.agree', { ...key, termsId: sent.termsId })
    const step = { ...key, id: randomUUID(), day: '2026-11-21', words: '来了一次' }
    await api.get(tokens.liaison, 'project.step', step)
    const giveUp = { ...key, id: randomUUID(), what: 'giveUp' as const, ...says }
    await api.get(tokens.liaison, 'project.change', giveUp)
    // nor by whoever offered the change
    for (const token of [tokens.worker, tokens.liaison]) {
      expect(await api.refusal(token, 'project.finish', key)).toBe('project_waits')
      expect((await api.get(token, 'project.get', key)).acts).not.toContain('finish')
    }
    await expect(
      api.owner(`update project set state = 'done', ended_at = now() where id = $1`, [sent.id]),
    ).rejects.toThrow('waits for an answer')
    // taken back by whoever made it
    const back = { ...key, termsId: giveUp.id }
    expect(await api.refusal(tokens.otherLiaison, 'project.decline', back)).toBe('not_found')
    expect(await api.get(tokens.liaison, 'project.decline', back)).toEqual({ state: 'agreed' })
    expect(await api.refusal(tokens.worker, 'project.agree', back)).toBe('terms_settled')
    expect((await api.get(tokens.worker, 'project.get', key)).terms[0]).toMatchObject({ takenBack: true })
    expect((await api.get(tokens.worker, 'inbox.list', {})).items.map((l) => l.says)).toContain(
      '收回了提的这一份',
    )
    await api.get(tokens.worker, 'project.finish', key)
    // straight to the tables: terms that come after the end
    await expect(
      api.owner(
        `insert into project_terms (community_id, project_id, id, n, what, title, need, resource, from_day, until_day, made_by, made_at, unit_agreed_at, unit_agreed_by)
         select community_id, project_id, gen_random_uuid(), 9, 'change', title, need, resource, from_day, until_day, 'unit', made_at, made_at, $2
         from project_terms where id = $1`,
        [sent.termsId, house.people.liaison.id],
      ),
    ).rejects.toThrow('gone on without it')
  })
  test('that was offered may be taken back by whoever offered it, until the other side has answered', async () => {
    const { api, ids, tokens } = house
    const sent = offering({ kind: 'culture' })
    const of = { communityId: ids.here, projectId: sent.id, termsId: sent.termsId }
    await api.get(tokens.worker, 'project.offer', sent)
    expect(await api.get(tokens.worker, 'project.decline', of)).toEqual({ state: 'declined' })
    expect(await api.refusal(tokens.worker, 'project.decline', of)).toBe('terms_settled')
    expect(await api.refusal(tokens.liaison, 'project.agree', of)).toBe('terms_settled')
    expect(await house.lines(sent.id)).toEqual(['project.offered', 'project.declined'])
  })
  test('cannot be agreed for the other side by a row written past the verbs', async () => {
    const { api, tokens } = house
    const sent = offering({ kind: 'goods' })
    await api.get(tokens.worker, 'project.offer', sent)
    const terms = [sent.communityId, sent.id]
    const byUnit = `update project_terms set unit_agreed_at = now(), unit_agreed_by = me() where community_id = $1 and project_id = $2`
    expect(await house.past(tokens.worker, byUnit, terms)).toBe('the word of the other side')
    expect(await house.past(tokens.second, byUnit, terms)).not.toBe('1')
    const agreed = `update project set state = 'agreed' where community_id = $1 and id = $2`
    for (const token of [tokens.worker, tokens.liaison])
      expect(await house.past(token, agreed, terms)).toBe('changed only by both')
    expect(await house.past(tokens.liaison, byUnit, terms)).toBe('1')
    const answer = { communityId: sent.communityId, projectId: sent.id, termsId: sent.termsId }
    const both = await Promise.all([1, 2].map(() => api.ask(tokens.liaison, 'project.agree', answer)))
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  })
})

describe('the yearly record', () => {
  test('is drawn, remarked, read by the member first, sent, frozen, and the unit’s to export', async () => {
    const { api, ids, tokens } = house
    const key = await house.checkIn(tokens.member, '党员甲')
    await api.get(tokens.worker, 'service.write', {
      communityId: ids.here,
      id: randomUUID(),
      checkinId: key.checkinId,
      inAt: '2026-11-21T00:00:00Z',
      outAt: '2026-11-21T01:30:00Z',
    })
    const of = { communityId: ids.here, year: '2026' }
    expect(await api.refusal(tokens.worker, 'serviceRecord.draw', { ...of, year: '2027' })).toBe('year_ahead')
    expect(await api.get(tokens.worker, 'serviceRecord.draw', of)).toEqual({ drawn: 1, sent: 0 })
    expect(await api.get(tokens.worker, 'serviceRecord.draw', of)).toEqual({ drawn: 1, sent: 0 })
    const [drawn] = (await api.get(tokens.worker, 'serviceRecord.list', of)).items
    const one = { communityId: ids.here, serviceRecordId: drawn!.serviceRecordId }
    expect([drawn!.minutes, drawn!.projects, drawn!.acts]).toEqual([90, 3, ['remark']])
    expect((await api.get(tokens.member, 'serviceRecord.mine', {})).items).toEqual([])
    expect(await api.refusal(tokens.worker, 'serviceRecord.show', one)).toBe('remark_missing')
    await api.get(tokens.worker, 'serviceRecord.remark', { ...one, remark: 'good', words: '热心' })
    // the year is not over: the figures would stand, so the worker is asked
    expect(await api.refusal(tokens.worker, 'serviceRecord.show', one)).toBe('year_not_over')
    await api.get(tokens.worker, 'serviceRecord.show', { ...one, sure: true })
    expect(await api.refusal(tokens.worker, 'serviceRecord.send', one)).toBe('record_unread')
    expect(await api.refusal(tokens.liaison, 'serviceRecord.get', one)).toBe('not_found')
    expect(await api.refusal(tokens.worker, 'serviceRecord.read', one)).toBe('not_found')
    await api.get(tokens.member, 'serviceRecord.read', { ...one, comment: '属实' })
    const sent = await api.get(tokens.worker, 'serviceRecord.send', one)
    expect([sent.state, sent.hash?.length, sent.comment]).toEqual(['sent', 64, '属实'])
    expect(await api.refusal(tokens.member, 'serviceRecord.read', one)).toBe('record_moved')
    for (const change of [`remark = 'little'`, 'minutes = 1', `words = '改了'`])
      await expect(
        api.owner(`update service_record set ${change} where id = $1`, [one.serviceRecordId]),
      ).rejects.toThrow('stays as it is')

    const unit = await api.get(tokens.liaison, 'serviceRecord.unit', { unitId: ids.unit, year: '2026' })
    expect(unit.items.map((r) => [r.name, r.minutes, r.words])).toEqual([['党员甲', 90, '热心']])
    const file = await api.get(tokens.liaison, 'serviceRecord.export', { unitId: ids.unit, year: '2026' })
    const sheet = (await readSheet(Buffer.from(file.base64, 'base64'))) as unknown[][]
    expect(sheet[1]!.slice(0, 3)).toEqual(['党员甲', '甲社区', 1.5])
    expect(
      await api.refusal(tokens.liaison, 'serviceRecord.export', { unitId: ids.unit, year: '2025' }),
    ).toBe('records_none')
    expect(await house.lines(one.serviceRecordId)).toEqual([
      'serviceRecord.remarked',
      'serviceRecord.shown',
      'serviceRecord.read',
      'serviceRecord.sent',
    ])
  })
  test('may be sent unread after seven days', async () => {
    const { api, ids, tokens } = house
    await house.many(1)
    await api.get(tokens.worker, 'serviceRecord.draw', { communityId: ids.here, year: '2026' })
    const [drawn] = (
      await api.get(tokens.worker, 'serviceRecord.list', {
        communityId: ids.here,
        year: '2026',
        state: 'drawn',
      })
    ).items
    const one = { communityId: ids.here, serviceRecordId: drawn!.serviceRecordId }
    await api.get(tokens.worker, 'serviceRecord.remark', { ...one, remark: 'fair' })
    const shown = await api.get(tokens.worker, 'serviceRecord.show', { ...one, sure: true })
    expect(shown.sendableFrom).toBe('2026-11-28')
    house.later(7 * 24)
    expect((await api.get(tokens.worker, 'serviceRecord.send', one)).state).toBe('sent')
  })
})

test('the year’s records are found by name, shown and sent all at once, with a line of each', async () => {
  const { api, ids, tokens } = house
  const of = { communityId: ids.there, year: '2026' }
  const worker = tokens.workerThere
  const people = await house.many(23, ids.there)
  api.now = new Date('2026-12-30T02:00:00Z')
  await api.get(worker, 'serviceRecord.draw', of)
  expect(await api.refusal(worker, 'serviceRecord.showAll', of)).toBe('remark_missing')
  expect(await api.refusal(worker, 'serviceRecord.sendAll', of)).toBe('record_unread')
  const first = await api.get(worker, 'serviceRecord.list', of)
  const rest = await api.get(worker, 'serviceRecord.list', { ...of, after: first.next! })
  const names = [...first.items, ...rest.items].map((r) => r.name)
  expect([names.length, names]).toEqual([23, [...names].sort()])
  const found = await api.get(worker, 'serviceRecord.list', { ...of, find: '员22' })
  expect(found.items.map((r) => r.name)).toEqual(['党员22'])

  for (const r of first.items.slice(0, 3))
    await api.get(worker, 'serviceRecord.remark', {
      communityId: ids.there,
      serviceRecordId: r.serviceRecordId,
      remark: 'good',
    })
  expect(await api.refusal(worker, 'serviceRecord.showAll', of)).toBe('year_not_over')
  expect(await api.refusal(tokens.worker, 'serviceRecord.showAll', of)).toBe('not_found')
  expect(await api.refusal(tokens.officer, 'serviceRecord.sendAll', of)).toBe('forbidden')
  // whoever has left is not asked about, and on the last day of the year nobody is
  const [gone] = first.items
  await api.get(worker, 'checkin.end', {
    communityId: ids.there,
    checkinId: gone!.checkinId,
    reason: 'movedAway',
  })
  const one = { communityId: ids.there, serviceRecordId: gone!.serviceRecordId }
  await api.get(worker, 'serviceRecord.show', one)
  house.later(24)
  const both = await Promise.all([1, 2].map(() => api.ask(worker, 'serviceRecord.showAll', of)))
  expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  const person = people.find((p) => p.checkinId === gone!.checkinId)!
  await api.get(person.token, 'serviceRecord.read', one)
  expect(await api.get(worker, 'serviceRecord.sendAll', of)).toEqual({ sent: 1 })
  house.later(7 * 24)
  expect(await api.get(worker, 'serviceRecord.sendAll', of)).toEqual({ sent: 2 })
  expect(await house.lines(first.items[1]!.serviceRecordId)).toEqual([
    'serviceRecord.remarked',
    'serviceRecord.shown',
    'serviceRecord.sent',
  ])
  const sent = await api.get(worker, 'serviceRecord.list', { ...of, state: 'sent' })
  expect(sent.items.map((r) => r.hash?.length)).toEqual([64, 64, 64])
})

test('totals of a subdistrict equal what is counted straight from the tables', async () => {
  const { api, ids, tokens } = house
  const totals = await api.get(tokens.officer, 'checkin.totals', {
    subdistrictId: ids.subdistrict,
    year: '2026',
  })
  // every column, by subqueries of its own: nothing of how the figures are grouped
  const of = 'from checkin c where c.community_id = k.id and c.state in'
  const counted = await api.owner<Record<string, number | string>>(
    `select k.id as "communityId", k.name, (select count(*) ${of} ('presented'))::int as waiting,
       (select count(*) ${of} ('accepted', 'confirmed') and c.kind = 'inService')::int as members,
       (select count(*) ${of} ('accepted', 'confirmed') and c.kind = 'noOffice')::int as "noOffice",
       (select coalesce(sum(s.counted), 0) from service s where s.community_id = k.id and s.state = 'confirmed')::int as minutes,
       (select count(*) from home h where h.community_id = k.id and h.kind = 'dwelling')::int as homes,
       (select count(*) from care_link l where l.community_id = k.id and l.to_day is null)::int as cared,
       (select count(*) from project p where p.community_id = k.id and p.state in ('agreed', 'done'))::int as projects,
       (select count(*) from project p where p.community_id = k.id and p.state = 'done')::int as "projectsDone"
     from community k where k.subdistrict_id = $1 order by k.name`,
    [ids.subdistrict],
  )
  const byName = (a: { name?: unknown }, b: { name?: unknown }) => (String(a.name) < String(b.name) ? -1 : 1)
  expect([...totals.communities].sort(byName)).toEqual([...counted].sort(byName))
  // one in service and one without office are two people, each in their own column
  expect(totals.communities.map((c) => [c.name, c.members, c.noOffice]).sort()).toEqual([
    ['乙社区', 0, 22],
    ['甲社区', 1, 1],
  ])
  expect(
    totals.units
      .map((u) => [u.name, u.slips, u.members, u.confirmed, u.minutes, u.projects, u.projectsDone])
      .sort(),
  ).toEqual([
    ['一单位', 1, 1, 0, 90, 3, 2],
    ['二单位', 0, 0, 0, 0, 0, 0],
  ])
  expect(JSON.stringify(totals)).not.toContain('党员甲')
  expect(
    await api.refusal(tokens.worker, 'checkin.totals', { subdistrictId: ids.subdistrict, year: '2026' }),
  ).toBe('forbidden')
})
