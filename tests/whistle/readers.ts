import { randomUUID } from 'node:crypto'
import { sealPhone } from '../../functions/kernel/secrets'
import type { EndpointName, Input, Output } from '../../shared/contract'
import { type At, openWhistleHouse } from './house'
import { give } from './world'

const cast = {
  resident: '弘运一业主',
  neighbour: '弘运二业主',
  worker: '弘运社区干部',
  gridWorker: '弘运网格员',
  otherWorker: '盐溪社区干部',
  officer: '街道干部',
  property: '物业经办人',
  secondHand: '物业同事',
  department: '城管经办人',
  committee: '业委会主任',
  branch: '支部书记',
  districtOfficer: '区干部',
  liaison: '城管联络员',
  newcomer: '路过的人',
} as const
export type Who = keyof typeof cast

export interface Reader {
  id: string
  name: string
  phone: string
  token: string
}

/** The house of whistles, in which everybody has a name and a number, with a few more who read. On 21 November 2026, a Saturday, at ten. */
export async function openReaders() {
  const house = await openWhistleHouse({ now: new Date('2026-11-21T02:00:00Z') })
  const { api, places } = house
  const readers = {} as Record<Who, Reader>
  const [district] = await api.owner<{ id: string }>('select id from district')
  for (const [n, [who, name]] of Object.entries(cast).entries()) {
    const known = house.ids[who as keyof typeof house.ids]
    const { id, token } = known
      ? { id: known, token: house.tokens[who as keyof typeof house.tokens] }
      : await house.addPerson(name)
    const phone = `154${String(n).padStart(8, '0')}`
    const { phoneCipher, phoneIndex } = sealPhone(phone)
    await api.owner('update person set name = $2, phone_cipher = $3, phone_index = $4 where id = $1', [
      id,
      name,
      phoneCipher,
      phoneIndex,
    ])
    readers[who as Who] = { id, name, phone, token }
  }
  await give(api, readers.districtOfficer.id, 'districtOfficer', 'district', {
    district: { id: district!.id, level: 'district', path: {} },
  })
  await house.give(readers.liaison.id, 'liaison', 'departmentOf')

  const get = <N extends EndpointName>(who: Who, name: N, input: Input<N>): Promise<Output<N>> =>
    api.get(readers[who].token, name, input)
  const submit = async (more: Partial<Input<'whistle.submit'>> = {}, who: Who = 'resident') => {
    // one after the other, so that none is in doubt which came first
    house.later(1 / 3600)
    // nobody whistles more than ten times a day, nor twice alike
    await api.owner(`update whistle_reporter set at = at - interval '2 days' where person_id = $1`, [
      readers[who].id,
    ])
    const usual = {
      category: 'water',
      urgency: 'danger',
      words: '楼道水管漏水',
      buildingId: places.building.id,
    } as const
    return house.submit({ ...usual, ...more }, readers[who].token)
  }

  return {
    ...house,
    communityId: places.here.id,
    elsewhere: places.there.id,
    compoundId: places.compound.id,
    readers,
    get,
    refusal: <N extends EndpointName>(who: Who, name: N, input: Input<N>): Promise<string> =>
      api.refusal(readers[who].token, name, input),
    submit,
    /** Submitted, accepted and sent to the property company. */
    async sent(more?: Partial<Input<'whistle.submit'>>): Promise<At> {
      const at = await submit(more)
      await get('worker', 'whistle.accept', at)
      await house.dispatch(at)
      return at
    },
    /** The dispatch of its lead, or of a co-party by its name. */
    async dispatchOf(at: At, name?: string): Promise<string> {
      const rows = await api.owner<{ id: string }>(
        `select id from dispatch where whistle_id = $1 and case when $2::text is null then lead else name = $2 end order by at desc`,
        [at.whistleId, name ?? null],
      )
      return rows[0]!.id
    },
    /** A photo of the report, made and looked at already, or not yet. */
    async addPhoto(by: Who, at: At, check: 'waiting' | 'released' | 'withheld'): Promise<string> {
      const [id, person] = [randomUUID(), readers[by].id]
      await api.owner(
        `insert into photo (community_id, id, author_id, file_key, bytes, content_type, state, width, height, opened_at, made_at,
           check_state, checked_by, checked_at)
         values ($1, $2, $3::uuid, $4, 9, 'image/jpeg', 'ready', 9, 9, $5::timestamptz, $5, $6,
           case when $6 <> 'waiting' then $3 end, case when $6 <> 'waiting' then $5 end)`,
        [at.communityId, id, person, `c/${at.communityId}/photos/${id}`, api.now, check],
      )
      await api.owner('insert into whistle_photo values ($1, $2, $3, null, false, 1)', [
        at.communityId,
        id,
        at.whistleId,
      ])
      return id
    },
  }
}
export type Readers = Awaited<ReturnType<typeof openReaders>>
