import { createHash, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { tokenHash } from '../../functions/kernel/secrets'
import { meetingActions, meetingStates, transitions as ofMeeting } from '../../shared/meeting/states'
import { minutesActions, minutesStates, transitions as ofMinutes } from '../../shared/minutes/states'
import {
  transitions as ofResolution,
  resolutionActions,
  resolutionStates,
} from '../../shared/resolution/states'
import { read } from './byTheBook'
import { type At, type MeetingHouse, openMeetingHouse } from './house'
import { fingerprint } from './promises'

let house: MeetingHouse
let app: Client
let at: At
let call: { communityId: string; resolutionId: string }
let itemId: string
const secretWords = '502 的老人身体不好'
beforeAll(async () => {
  house = await openMeetingHouse()
  app = new Client({ connectionString: house.api.database.urls.app })
  await app.connect()
  at = await house.bring('underWay')
  for (const who of ['resident', 'owner'] as const) await house.signIn(at, house.tokens[who])
  itemId = randomUUID()
  await house.write(at, { itemId, words: '比了两家。\r\n选便宜又有保修的一家。', restricted: secretWords })
  call = await house.resolve(at, { pledge: { targetFen: 480_000, shareFen: 96_000, until: '2026-12-05' } })
  house.later(1.5)
  await house.api.get(house.tokens.worker, 'meeting.end', at)
  await house.bringMinutes('published', at)
  await house.api.get(house.tokens.worker, 'minutes.correct', {
    ...at,
    id: randomUUID(),
    words: '日子写错了',
  })
  await house.api.get(house.tokens.resident, 'minutes.object', {
    ...at,
    id: randomUUID(),
    words: '我没有这样说',
  })
})
afterAll(async () => {
  await app.end()
  await house.api.close()
})

/** As the community's worker, who keeps the meeting, straight at the database: how many rows, or why not. */
async function tryAs(client: 'app' | 'owner', sql: string): Promise<number | string> {
  try {
    if (client === 'owner') {
      await house.api.owner('begin')
      return (
        await house.api.owner(`with done as (${sql} returning 1) select count(*)::int as n from done`)
      )[0]!.n as number
    }
    await app.query('begin')
    await app.query('select enter($1, $2)', [tokenHash(house.tokens.worker), house.api.now])
    return (await app.query(sql)).rowCount ?? 0
  } catch (error) {
    return (error as Error).message
  } finally {
    await (client === 'owner' ? house.api.owner('rollback') : app.query('rollback'))
  }
}
const where = () => `where meeting_id = '${at.meetingId}'`
const never = 'published minutes never change'

describe('what is published never changes', () => {
  const ways: [what: string, sql: () => string, asApp: string | number][] = [
    [
      'the text',
      () => `update minutes_public set text = 'x' ${where()}`,
      'permission denied for table minutes_public',
    ],
    [
      'its day',
      () => `update minutes_public set day = day + 1 ${where()}`,
      'permission denied for table minutes_public',
    ],
    [
      'the text, taken away',
      () => `delete from minutes_public ${where()}`,
      'permission denied for table minutes_public',
    ],
    [
      'the whole text',
      () => `update minutes_whole set text = 'x' ${where()}`,
      'permission denied for table minutes_whole',
    ],
    [
      'the whole text, taken away',
      () => `delete from minutes_whole ${where()}`,
      'permission denied for table minutes_whole',
    ],
    ['the state', () => `update minutes set state = 'signed' ${where()}`, never],
    ['the number', () => `update minutes set number = 99 ${where()}`, never],
    [
      'the minutes, taken away',
      () => `delete from minutes ${where()}`,
      'permission denied for table minutes',
    ],
    ['an item', () => `update minutes_entry set words = 'x' ${where()}`, never],
    ['an item, taken away', () => `delete from minutes_entry ${where()}`, never],
    [
      'another item',
      () =>
        `insert into minutes_entry select community_id, meeting_id, gen_random_uuid(), 9, title, words, null, 1, changed_by, changed_at from minutes_entry ${where()}`,
      never,
    ],
    [
      'a later revision of an item',
      () =>
        `insert into minutes_entry select community_id, meeting_id, item_id, place, title, 'x', null, 2, changed_by, changed_at from minutes_entry ${where()}
         on conflict (community_id, meeting_id, item_id) do update set words = excluded.words, revision = excluded.revision`,
      never,
    ],
    ['who was there', () => `delete from meeting_attendance ${where()}`, never],
    [
      'somebody more who was there',
      () =>
        `insert into meeting_attendance (community_id, id, meeting_id, name, present_as, at, written_by)
         values ('${at.communityId}', gen_random_uuid(), '${at.meetingId}', '客人', 'guest', now(), '${house.ids.worker}')`,
      never,
    ],
    ['what was decided', () => `update resolution set words = 'x' ${where()}`, never],
    ['who does it', () => `update resolution set due_on = due_on + 30 ${where()}`, never],
    ['the votes', () => `update resolution set votes_for = 99 ${where()}`, never],
    ['what was decided, taken away', () => `delete from resolution ${where()}`, never],
    [
      'the money that was asked for',
      () => `update pledge_call set target_fen = 1000000 where resolution_id = '${call.resolutionId}'`,
      never,
    ],
    [
      'a correction',
      () => `update minutes_correction set words = 'x' ${where()}`,
      'permission denied for table minutes_correction',
    ],
    [
      'an objection’s words',
      () => `update minutes_objection set words = 'x' ${where()}`,
      'permission denied for table minutes_objection',
    ],
  ]
  test.each(ways)(
    '%s: not by the app past its verbs, and not by whoever owns the tables',
    async (what, sql, asApp) => {
      expect(await tryAs('app', sql())).toBe(asApp)
      // an objection goes with the person who wrote it, by erasing them
      if (!what.startsWith('an objection')) expect(await tryAs('owner', sql())).toBe(never)
    },
  )

  test('a text whose hash is another is not taken, whoever puts it there', async () => {
    const signed = await house.bringMinutes('signed')
    const put = `insert into minutes_public (community_id, meeting_id, day, doc, text, hash, published_at)
      values ('${signed.communityId}', '${signed.meetingId}', '2026-11-20', '{}', '一句话', '${'0'.repeat(64)}', now())`
    expect(await tryAs('owner', put)).toMatch(/violates check constraint "minutes_public_hash"/)
    expect(await tryAs('app', put)).toMatch(/violates check constraint "minutes_public_hash"/)
  })

  test('through the API every way is refused in words, and nothing is written', async () => {
    const { api, tokens, places } = house
    const before = await fingerprint(house)
    const decided = {
      party: { kind: 'committee' as const, partyId: places.compound.id },
      dueOn: '2027-01-15',
    }
    const { communityId, resolutionId: id } = call
    const said = { ...at, itemId, place: 1, title: '楼梯扶手', words: '改一个字' }
    expect(await api.refusal(tokens.worker, 'minutes.write', { ...said, revision: 1 })).toBe('minutes_frozen')
    expect(
      await api.refusal(tokens.worker, 'minutes.write', { ...said, itemId: randomUUID(), revision: 0 }),
    ).toBe('minutes_frozen')
    expect(await api.refusal(tokens.worker, 'minutes.strike', { ...at, itemId, revision: 1 })).toBe(
      'minutes_frozen',
    )
    expect(await api.refusal(tokens.worker, 'minutes.redraft', at)).toBe('minutes_frozen')
    expect(await api.refusal(tokens.worker, 'minutes.publish', at)).toBe('minutes_frozen')
    expect(await api.refusal(tokens.worker, 'minutes.sign', at)).toBe('minutes_frozen')
    expect(
      await api.refusal(tokens.worker, 'resolution.write', {
        ...at,
        id,
        revision: 1,
        words: '改了',
        ...decided,
      }),
    ).toBe('minutes_frozen')
    expect(
      await api.refusal(tokens.worker, 'resolution.strike', { communityId, resolutionId: id, revision: 1 }),
    ).toBe('minutes_frozen')
    expect(await api.refusal(tokens.worker, 'meeting.change', { ...at, spot: '别处' })).toBe('minutes_out')
    expect(
      await api.refusal(tokens.worker, 'meeting.signInFor', {
        ...at,
        id: randomUUID(),
        name: '客人',
        as: 'guest',
      }),
    ).toBe('minutes_out')
    expect(await fingerprint(house)).toBe(before)
  })
})

describe('whoever has only the export and docs/MINUTES.md', () => {
  const exported = () => house.api.get(house.tokens.nextDoor, 'minutes.export', at)
  const sha256 = (text: string) => createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex')

  test('recomputes its hash, and reads what was said and decided, and nobody’s home', async () => {
    const { text, hash, whole } = await exported()
    expect(sha256(text)).toBe(hash)
    expect(whole).toBeNull()
    const { head, items, decided } = read(text)
    expect(head).toMatchObject({
      小区: '弘运小区',
      会议: '1栋楼宇会（楼宇会）',
      编号: '〔2026〕第1号',
      开会时间: '2026年11月24日 10:00 至 2026年11月24日 11:30',
      主持: '楼栋长',
      记录: '社区工作者',
      参加: '1栋',
      到会: '2 人，3 户，共 5 户；面积 201.00 平方米，共 321.00 平方米',
    })
    expect(items).toEqual([['楼梯扶手', '比了两家。\n选便宜又有保修的一家。']])
    expect(decided).toEqual(['加装楼梯扶手'])
    expect(text).toContain('自愿认款：目标 4,800.00 元，每份 960.00 元，2026年12月5日 截止\n')
    expect(text).not.toMatch(/(?<![\d.])(101|201|202)(?![\d.])/)
    expect(text).not.toContain(secretWords)
  })

  test('and who was there has the whole text too: the public one to its last byte, and a hash of its own', async () => {
    const { text, whole } = await house.api.get(house.tokens.resident, 'minutes.export', at)
    expect(whole?.text.startsWith(text)).toBe(true)
    expect(whole && sha256(whole.text)).toBe(whole?.hash)
    expect(whole?.text.slice(text.length)).toBe(
      `\n以下不公开\n到会住户：101、201、202\n其他到会：没有\n1. 楼梯扶手\n  ${secretWords}\n`,
    )
  })
})

describe('the moves that the tables allow are those that Postgres allows', () => {
  const cases = [
    { table: 'meeting', states: meetingStates, transitions: ofMeeting, actions: meetingActions },
    { table: 'minutes', states: minutesStates, transitions: ofMinutes, actions: minutesActions },
    { table: 'resolution', states: resolutionStates, transitions: ofResolution, actions: resolutionActions },
  ]
  test.each(cases)('of $table', async ({ table, states, transitions, actions }) => {
    type Row = { from: readonly string[]; to: string | readonly string[] }
    const legal = new Set(
      actions.flatMap((action) => {
        const { from, to } = (transitions as Record<string, Row>)[action]!
        return to === 'same' ? [] : from.flatMap((a) => [to].flat().map((b) => `${a} ${b}`))
      }),
    )
    const taken: string[] = []
    for (const a of states)
      for (const b of states.filter((s) => s !== a)) {
        // the trigger alone: what else a state needs is held by other constraints
        const [row] = await house.api.owner<{ says: string }>(
          `select pg_temp.moves('${table}', '${a}', '${b}') as says`,
        )
        if (row!.says === 'taken') taken.push(`${a} ${b}`)
      }
    expect(taken.sort()).toEqual([...legal].filter((m) => m.split(' ')[0] !== m.split(' ')[1]).sort())
  })

  beforeAll(async () => {
    // a bare table under the same trigger function
    await house.api.owner(`create function pg_temp.moves(of_table text, a text, b text) returns text language plpgsql as $$
      begin
        execute 'create temp table trial (state text)';
        execute format('create trigger moves before update of state on trial for each row execute function public.%I()', of_table || '_moves');
        execute format('insert into trial values (%L)', a);
        begin
          execute format('update trial set state = %L', b);
          execute 'drop table trial';
          return 'taken';
        exception when check_violation then
          execute 'drop table trial';
          return 'refused';
        end;
      end $$`)
  })
})
