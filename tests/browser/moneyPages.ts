import { hongyun, hongyunCompound, yanxi, yanxiCompound } from '../../functions/demo/ids'
import type { TestApp } from '../kernel/app'
import type { PageToSee } from './everyPage'
import { lookInto } from './lookInto'

const inYanxi = { communityId: yanxi, compoundId: yanxiCompound }
const inHongyun = { communityId: hongyun, compoundId: hongyunCompound, compound: '弘运小区' }

/** What the demo's year left in the books, as whoever reads, keeps or approves it finds it. */
export async function moneyPages(app: TestApp): Promise<PageToSee[]> {
  const one = async (sql: string, compound = yanxiCompound): Promise<string> =>
    (await lookInto<{ id: string }>(app, `select ${sql} limit 1`, [compound]))[0]?.id ?? ''
  const [spent, leaseId, free, statementId, gap, asked, advanceId, resolutionId, apportionmentId, parking] =
    await Promise.all([
      one(`id from entry where compound_id = $1 and kind = 'spent' order by number`),
      one(
        `l.id from lease l join charge c on c.lease_id = l.id where l.compound_id = $1 and l.plate is not null
         and c.paid_fen + c.lowered_fen < c.fen order by l.id`,
      ),
      one(
        `s.id from space s where s.compound_id = $1 and s.kind = 'parking'
         and not exists (select from lease l where l.space_id = s.id) order by s.number`,
      ),
      one('id from statement where compound_id = $1 order by period desc'),
      one(`id from spending where compound_id = $1 and state = 'gap'`),
      one(`id from spending where compound_id = $1 and state = 'asked'`),
      one('id from advance where compound_id = $1', hongyunCompound),
      one('resolution_id as id from fund where compound_id = $1'),
      one('id from apportionment where compound_id = $1 order by id'),
      one(`id from account where compound_id = $1 and key = 'income.parking'`),
    ])
  const kept = (
    page: string,
    shows: string,
    params: Record<string, string> = {},
    called?: string,
  ): PageToSee => ({
    page: `money/${page}`,
    as: 'bookkeeper',
    params: { ...inYanxi, compound: '盐溪桥小区', ...params },
    shows,
    ...(called && { called }),
  })
  const read = (page: string, shows: string, params: Record<string, string> = {}): PageToSee => ({
    ...kept(page, shows, params),
    as: 'owner',
    called: 'owner',
  })
  return [
    read('month', '从哪来'),
    read('entries', '第', { accountId: parking, name: '停车费', kind: 'income' }),
    read('entry', '怎么记的', { entryId: spent }),
    read('spaces', '个停车位'),
    read('statement', '从哪来', { statementId }),
    read('mine', '交过的'),
    kept('desk', '要办的'),
    kept('month', '从哪来'),
    kept('entries', '第'),
    kept('entry', '怎么记的', { entryId: spent }),
    kept('post', '借方科目'),
    kept('spaces', '个停车位'),
    kept('spaces', '广告位', { kind: 'advert' }, 'advert'),
    kept('leases', '找一份'),
    kept('lease', '到期的费用', { leaseId }),
    {
      ...kept('lease', '到期的费用', { leaseId }, 'ending'),
      opens: async (person) => {
        await person.tap('结束租用')
        await person.see('最后一天')
      },
    },
    kept('let', '哪一栋', { spaceId: free, number: '46', kind: 'parking' }),
    kept('waiting', '排队'),
    kept('take', '等着收'),
    kept('take', '收哪一笔', { leaseId }, 'charges'),
    kept('receipts', '收款'),
    kept('arrears', '到期还没收上来'),
    kept('fees', '收费'),
    kept('mine', '要交'),
    kept('spendings', '等批准', { tab: 'all' }),
    kept('spending', '到哪一步了', { spendingId: gap }),
    { ...kept('spending', '到哪一步了', { spendingId: asked }, 'asked'), as: 'overseer' },
    kept('ask', '买什么、做什么'),
    kept('cover', '遮'),
    { ...kept('advances', '共 200,000.00', inHongyun), as: 'keeperOfHongyun' },
    { ...kept('advance', '一个月一个月怎么还', { ...inHongyun, advanceId }), as: 'keeperOfHongyun' },
    { ...kept('splits', '怎么分，是大家定的', inHongyun), as: 'keeperOfHongyun' },
    {
      ...kept('splits', '怎么分，是大家定的', inHongyun, 'setting'),
      as: 'keeperOfHongyun',
      opens: async (person) => {
        await person.tap('定一项怎么分')
        await person.see('业主占百分之几')
      },
    },
    kept('statements', '收支'),
    kept('statement', '从哪来', { statementId }),
    kept('publish', '草稿'),
    kept('questions', '答复'),
    kept('forecast', '收上来多少'),
    kept('books', '从哪天开的账'),
    kept('funds', '说好的那件事'),
    kept('fund', '各家', { resolutionId }),
    kept('apportions', '算一次分摊'),
    kept('apportion', '一分不差', { apportionmentId }),
    kept('share', '怎么摊'),
  ]
}
