import { yanxi, yanxiCompound } from '../../functions/demo/ids'
import { demoId } from '../../functions/demo/stage'
import type { TestApp } from '../kernel/app'
import type { PageToSee } from './everyPage'
import { lookInto } from './lookInto'

interface Found {
  communityId: string
  whistleId: string
}
const columns = 'w.community_id as "communityId", w.id as "whistleId"'

/** A whistle as whoever waits for something sees it, and the lists that lead to one. */
export async function whistlePages(app: TestApp): Promise<PageToSee[]> {
  const find = async (rest: string, values: unknown[]) => {
    const [found] = await lookInto<Found>(
      app,
      `select ${columns} from whistle w ${rest} order by w.id desc limit 1`,
      values,
    )
    return { communityId: found?.communityId ?? '', whistleId: found?.whistleId ?? '' }
  }
  const mine = (state: string) =>
    find(
      `join whistle_reporter r on r.community_id = w.community_id and r.whistle_id = w.id and r.first
       where r.person_id = $1 and w.state = $2`,
      [demoId('owner'), state],
    )
  const [incident] = await lookInto<Record<'communityId' | 'incidentId', string>>(
    app,
    'select community_id as "communityId", id as "incidentId" from incident where community_id = $1 and ended_at is null limit 1',
    [yanxi],
  )
  const [solved, asked, submitted, sent] = await Promise.all([
    mine('resolved'),
    mine('needsInfo'),
    find("where w.community_id = $1 and w.state = 'submitted'", [yanxi]),
    find(
      `join dispatch d on d.community_id = w.community_id and d.whistle_id = w.id and d.lead and d.state = 'current'
       where d.organisation_id = $1 and w.state = 'dispatched'`,
      [demoId('弘运物业公司')],
    ),
  ])
  const one: Pick<PageToSee, 'page'> = { page: 'whistle/one' }
  return [
    { page: 'whistle/mine', as: 'owner', shows: '一共' },
    {
      page: 'whistle/public',
      as: 'owner',
      params: { communityId: yanxi, compoundId: yanxiCompound, compound: '盐溪桥小区' },
      shows: '看经过',
      opens: async (person) => {
        await person.tap('看经过')
        await person.see('收起')
      },
    },
    { ...one, as: 'owner', params: { ...solved }, shows: '等你说一句' },
    {
      ...one,
      as: 'owner',
      called: 'stars',
      params: { ...solved },
      shows: '等你说一句',
      opens: async (person) => {
        await person.tap('修好了')
        await person.see('你满意吗')
      },
    },
    {
      ...one,
      as: 'owner',
      called: 'answer',
      params: { ...asked },
      shows: '等你补充',
      opens: async (person) => {
        await person.tap('补充说明')
        await person.see('补充的话')
      },
    },
    {
      ...one,
      as: 'worker',
      called: 'sending',
      params: { ...submitted },
      shows: '谁报的',
      opens: async (person) => {
        await person.tap('受理并派单')
        await person.see('派给谁牵头')
      },
    },
    { ...one, as: 'property', called: 'sent', params: { ...sent }, shows: '报到' },
    {
      ...one,
      as: 'property',
      called: 'late',
      params: { ...sent },
      shows: '报到',
      opens: async (person) => {
        await person.tap('延期')
        await person.see('延到哪一天')
      },
    },
    { page: 'desk/incidents', as: 'worker', shows: '正在处理' },
    {
      page: 'desk/incidents',
      as: 'worker',
      called: 'opening',
      params: { communityId: yanxi, open: 'new' },
      shows: '发一个一事一告',
    },
    { page: 'desk/incident', as: 'worker', params: { ...incident }, shows: '答复大家' },
    { page: 'desk/rates', as: 'worker', shows: '办得怎么样' },
    { page: 'desk/rates', as: 'officer', called: 'subdistrict', shows: '整个街道' },
  ]
}
