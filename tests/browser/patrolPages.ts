import { hongyun, yanxi } from '../../functions/demo/ids'
import type { TestApp } from '../kernel/app'
import type { PageToSee } from './everyPage'
import { lookInto } from './lookInto'

interface Found {
  id: string
}

/** Rounds as those who walk them see them, and as the desk that planned them does. */
export async function patrolPages(app: TestApp): Promise<PageToSee[]> {
  const find = async (from: string, values: unknown[] = [yanxi]) =>
    (await lookInto<Found>(app, `select x.id from ${from} limit 1`, values))[0]?.id ?? ''
  const [planId, roundId, watchedId, whistledId] = await Promise.all([
    find("patrol_plan x where x.community_id = $1 and x.kind = 'grid' order by x.made_at"),
    find('patrol_round x where x.community_id = $1 and cardinality(x.missed) > 0 order by x.day desc'),
    find("finding x where x.community_id = $1 and x.state = 'watched' order by x.at desc"),
    find("finding x where x.community_id = $1 and x.state = 'whistled' order by x.at desc"),
  ])
  const plan = { communityId: yanxi, planId }
  const round: Pick<PageToSee, 'page' | 'as' | 'params' | 'shows'> = {
    page: 'patrol/round',
    as: 'grid',
    params: plan,
    shows: '个点',
  }
  return [
    { page: 'home/index', as: 'grid', called: 'grid', shows: '要办的哨' },
    { page: 'patrol/today', as: 'grid', shows: '接下来' },
    round,
    {
      ...round,
      called: 'under-way',
      opens: async (person) => {
        // it is under way already when the page is opened once more
        await person.settle()
        const begin = person.words(/^(开始巡查|再走一次)$/)
        if (await begin.isVisible()) await person.tap(begin)
        await person.see('发现问题')
      },
    },
    {
      ...round,
      called: 'ending',
      opens: async (person) => {
        await person.tap('结束')
        await person.see('就这样，结束')
      },
    },
    {
      page: 'patrol/find',
      as: 'grid',
      params: { roundId: planId, category: 'sanitation' },
      shows: '这一趟已经结束了',
      opens: async (person) => {
        const roundId = await person.page.evaluate(() =>
          Object.keys(localStorage)
            .map((key) => /draft\.round\.([0-9a-f-]{36})\.[0-9a-f-]{36}$/.exec(key)?.[1])
            .find((found) => found !== undefined),
        )
        await person.openAfresh(`patrol/find?roundId=${roundId}&category=safety`)
        await person.fill('怎么了（有照片可以不写）', '三楼扶手松了，一碰就晃')
        await person.see('下次再看')
      },
    },
    { page: 'patrol/rounds', as: 'grid', params: { communityId: yanxi, mine: 'yes' }, shows: '开始' },
    { page: 'patrol/walked', as: 'grid', params: { communityId: yanxi, roundId }, shows: '没到' },
    { page: 'patrol/findings', as: 'worker', shows: '处理好了' },
    {
      page: 'patrol/finding',
      as: 'worker',
      params: { communityId: yanxi, findingId: watchedId },
      shows: '吹哨，请人来办',
    },
    {
      page: 'patrol/finding',
      as: 'worker',
      called: 'whistled',
      params: { communityId: yanxi, findingId: whistledId },
      shows: '吹的哨',
    },
    { page: 'desk/patrols', as: 'worker', shows: '网格巡查' },
    {
      page: 'desk/patrols',
      as: 'property',
      called: 'property',
      params: { communityId: hongyun },
      shows: '弘运',
    },
    { page: 'desk/patrols', as: 'worker', called: 'one', params: plan, shows: '接下来' },
    { page: 'desk/patrol-edit', as: 'worker', params: plan, shows: '多久走一次' },
    {
      page: 'desk/patrol-edit',
      as: 'property',
      called: 'new',
      params: { communityId: hongyun, kind: 'property' },
      shows: '哪个小区',
    },
    { page: 'desk/patrol-codes', as: 'worker', params: plan, shows: '巡查打卡用' },
    { page: 'desk/patrol-month', as: 'worker', shows: '应走' },
    {
      page: 'desk/patrol-month',
      as: 'worker',
      called: 'behind',
      shows: '应走',
      opens: async (person) => {
        await person.tap(person.words(/^巡查次数$/))
        await person.see('不在安排里的也算')
      },
    },
  ]
}
