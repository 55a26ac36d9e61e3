import type { Input } from '../../../shared/contract'
import { storage } from '../../kernel/storage'
import { cast, demoPhone } from '../cast'
import { demoId, type Stage } from '../stage'

export type Profile = Input<'checkin.present'>['profile']
export interface Member {
  key: string
  communityId: string
  worker: string
  homeId: string
  profile: Profile
}
export interface Key {
  communityId: string
  checkinId: string
}

export const unit = demoId('江畔水务公司')
export const nameOf = (key: string): string => cast.find((c) => c.key === key)!.name
export const keyOf = (m: Pick<Member, 'key' | 'communityId'>): Key => ({
  communityId: m.communityId,
  checkinId: demoId(`${m.key} 报到`),
})

export const officeHours: Profile['work'] = {
  kind: 'workdays',
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
}

/** The unit's roster, as its liaison sends it in: one slip for each line. */
export async function sendRoster(stage: Stage, keys: readonly string[], at: Date): Promise<void> {
  const lines = [['姓名', '手机号'], ...keys.map((k) => [nameOf(k), demoPhone(k)])]
  const content = Buffer.from(lines.map((cells) => cells.join(',')).join('\r\n'))
  const roster = { unitId: unit, rosterId: demoId('水务公司党员名单') }
  const { fields } = await stage.act(
    'liaison',
    'slip.upload',
    { unitId: unit, id: roster.rosterId, fileName: '党员名单.csv', bytes: content.length },
    at,
  )
  await storage().putFile(fields.key!, content, 'text/csv')
  const { state, problems } = await stage.act('liaison', 'slip.preview', roster, at)
  if (state !== 'ready') throw new Error(`The demo's roster is not right: ${JSON.stringify(problems)}`)
  await stage.act('liaison', 'slip.import', roster, at)
}

/** Consent, the slip in the hand, presented where they live. */
export async function present(stage: Stage, m: Member, number: string, at: Date): Promise<Key> {
  await stage.act(m.key, 'checkin.consent', { id: demoId(`${m.key} 同意`), version: 1 }, at)
  const key = keyOf(m)
  await stage.act(
    m.key,
    'checkin.present',
    {
      communityId: m.communityId,
      id: key.checkinId,
      number,
      name: nameOf(m.key),
      homeId: m.homeId,
      profile: m.profile,
    },
    at,
  )
  return key
}
