import { demoId } from '../../functions/demo/stage'
import { demoSubdistrict, hongyun, hongyunCompound, yanxi, yanxiCompound } from '../../functions/demo/story'
import type { TestApp } from '../kernel/app'
import { checkinPages } from './checkinPages'
import { lookInto } from './lookInto'
import { meetingPages } from './meetingPages'
import { moneyPages } from './moneyPages'
import { patrolPages } from './patrolPages'
import type { Person } from './person'
import { whistlePages } from './whistlePages'

/** Who opens pages here: as on the first page. */
export const readers = {
  newcomer: ['刚来的人', '还没有认领住户'],
  owner: ['居民 · 业主', '盐溪桥小区 9栋1单元701'],
  lead: ['楼栋长', '盐溪桥小区 9栋'],
  grid: ['网格员', '盐溪社区 第一网格'],
  worker: ['社区工作者', '盐溪社区'],
  second: ['社区工作者', '弘运社区'],
  member: ['在职党员', '弘运小区 3栋2单元402'],
  liaison: ['单位党组织联络员', '江畔水务公司'],
  property: ['物业经办人', '弘运物业公司'],
  officer: ['街道工作人员', '江畔街道'],
  district: ['区工作人员', '示范区'],
  bookkeeper: ['小区记账员', '盐溪桥小区'],
  overseer: ['监察人', '盐溪桥小区'],
  keeperOfHongyun: ['小区记账员', '弘运小区'],
} as const
export type Reader = keyof typeof readers

export interface PageToSee {
  page: string
  as: Reader | 'stranger'
  params?: Record<string, string>
  /** Words that tell that it is there. */
  shows: string
  /** Tells it from the other rows of this page. */
  called?: string
  /** What is opened on it before it is looked at. */
  opens?: (person: Person) => Promise<void>
}

const inYanxi = { communityId: yanxi }
const inYanxiBridge = { communityId: yanxi, compoundId: yanxiCompound }
const edit = (kind: string, shows: string, params: Record<string, string> = inYanxiBridge): PageToSee => ({
  page: 'desk/place-edit',
  as: 'worker',
  called: kind,
  params: { kind, ...params },
  shows,
})

/** Every page of the app, for somebody who may open it; a page of app.config that is missing here fails a test. */
export async function everyPage(app: TestApp): Promise<PageToSee[]> {
  const [mine] = await lookInto<{ id: string }>(
    app,
    'select home_id as id from home_tie where person_id = $1 order by id limit 1',
    [demoId('owner')],
  )
  const [entrance] = await lookInto<{ code: string }>(app, 'select code from entrance order by code limit 1')
  const [underWay] = await lookInto<{ id: string }>(
    app,
    `select id from whistle where community_id = $1 and state in ('dispatched', 'responded') order by id desc limit 1`,
    [yanxi],
  )
  const atHome = { communityId: yanxi, homeId: mine?.id ?? '' }
  return [
    { page: 'start/index', as: 'stranger', shows: '居民 · 业主' },
    { page: 'home/index', as: 'newcomer', called: 'newcomer', shows: '认领以后' },
    { page: 'home/index', as: 'owner', called: 'owner', shows: '有事找谁' },
    { page: 'home/index', as: 'lead', called: 'lead', shows: '等你核实' },
    { page: 'home/index', as: 'worker', called: 'worker', shows: '等你核实' },
    { page: 'home/index', as: 'property', called: 'property', shows: '弘运物业公司' },
    { page: 'home/index', as: 'officer', called: 'officer', shows: '2 个社区' },
    { page: 'home/index', as: 'district', called: 'district', shows: '示范区' },
    { page: 'home/index', as: 'bookkeeper', called: 'bookkeeper', shows: '公共收益' },
    { page: 'home/index', as: 'overseer', called: 'overseer', shows: '公共收益' },
    { page: 'open/index', as: 'owner', shows: '盐溪桥小区' },
    { page: 'open/index', as: 'newcomer', called: 'newcomer', shows: '先认领你的家' },
    { page: 'inbox/index', as: 'owner', shows: '社区' },
    { page: 'me/index', as: 'owner', shows: '字的大小' },
    { page: 'dwelling/claim', as: 'newcomer', shows: '你住在哪个社区' },
    {
      page: 'dwelling/claim',
      as: 'newcomer',
      called: 'home',
      params: { ...inYanxiBridge, community: '盐溪社区', compound: '盐溪桥小区' },
      shows: '哪一栋',
      opens: async (person) => {
        for (const picks of ['9栋', '1单元', '602']) await person.tap(picks)
        await person.see('怎么称呼你')
      },
    },
    { page: 'dwelling/scan', as: 'newcomer', params: { code: entrance?.code ?? '' }, shows: '我住这里' },
    { page: 'dwelling/mine', as: 'owner', params: atHome, shows: '这一户的人' },
    { page: 'dwelling/compound', as: 'owner', params: inYanxiBridge, shows: '楼栋' },
    { page: 'account/sessions', as: 'owner', shows: '这一台' },
    { page: 'account/data', as: 'owner', shows: '导出我的数据' },
    { page: 'account/queue', as: 'owner', shows: '都发出去了' },
    { page: 'whistle/new', as: 'owner', shows: '说清楚在哪、怎么了就行' },
    {
      page: 'whistle/new',
      as: 'owner',
      called: 'emergency',
      shows: '说清楚在哪、怎么了就行',
      opens: async (person) => {
        await person.fill('怎么了', '电梯停了，里面有人被困')
        await person.see('打电话 96333')
      },
    },
    {
      page: 'whistle/new',
      as: 'owner',
      called: 'where',
      shows: '说清楚在哪、怎么了就行',
      opens: async (person) => {
        await person.tap('在哪')
        await person.see('具体是哪儿')
      },
    },
    {
      page: 'whistle/new',
      as: 'newcomer',
      called: 'newcomer',
      params: { ...inYanxiBridge, community: '盐溪社区', compound: '盐溪桥小区' },
      shows: '哪一类',
      opens: async (person) => {
        await person.tap('哪一类')
        await person.see('邻里纠纷')
      },
    },
    { page: 'desk/roll', as: 'worker', params: inYanxi, shows: '表格长这样' },
    { page: 'desk/claims', as: 'worker', shows: '9栋1单元501' },
    {
      page: 'desk/claims',
      as: 'worker',
      called: 'one',
      shows: '9栋1单元501',
      opens: async (person) => {
        await person.tap('9栋1单元501')
        await person.tap('不通过')
        await person.see('为什么不通过')
      },
    },
    { page: 'desk/roles', as: 'worker', shows: '盐溪第一网格员' },
    {
      page: 'desk/roles',
      as: 'worker',
      called: 'one',
      shows: '盐溪第一网格员',
      opens: async (person) => {
        await person.tap('盐溪第一网格员')
        await person.see('“网格员”可以')
      },
    },
    { page: 'desk/roles', as: 'officer', called: 'officer', shows: '整个街道' },
    { page: 'desk/grant', as: 'worker', params: { ...inYanxi, role: 'buildingLead' }, shows: '管哪个楼栋' },
    { page: 'desk/places', as: 'worker', shows: '花溪苑' },
    { page: 'desk/places', as: 'worker', called: 'one', params: inYanxiBridge, shows: '以前的小区' },
    edit('compound', '登记小区'),
    edit('building', '登记'),
    edit('home', '登记'),
    edit('grid', '网格'),
    edit('join', '合并'),
    edit('split', '拆'),
    edit('management', '管理方式'),
    { ...edit('community', '登记社区', { subdistrictId: demoSubdistrict.id }), as: 'officer' },
    { page: 'desk/homes', as: 'worker', params: inYanxiBridge, shows: '1栋1单元101' },
    { page: 'desk/home', as: 'worker', params: atHome, shows: '9栋1单元701' },
    { page: 'desk/codes', as: 'worker', params: inYanxiBridge, shows: '微信扫一扫' },
    { page: 'desk/record', as: 'worker', shows: '排一次会议' },
    { page: 'desk/overview', as: 'officer', shows: '2 个社区' },
    { page: 'desk/organisations', as: 'officer', shows: '弘运物业公司' },
    ...(await whistlePages(app)),
    ...(await patrolPages(app)),
    ...(await meetingPages(app)),
    ...(await checkinPages(app)),
    ...(await moneyPages(app)),
    { page: 'desk/board', as: 'worker', shows: '待受理' },
    {
      page: 'desk/board',
      as: 'worker',
      called: 'one',
      params: { ...inYanxi, tab: 'all', whistleId: underWay?.id ?? '' },
      shows: '待回访',
    },
    {
      page: 'desk/board',
      as: 'worker',
      called: 'sending',
      params: { ...inYanxi, tab: 'open' },
      shows: '已上报街道',
      opens: async (person) => {
        if (person.page.viewportSize()?.width === 375) await person.tap('选几件一起派')
        else {
          for (const key of ['x', 'd']) await person.page.keyboard.press(key)
          await person.see('派给谁牵头')
        }
      },
    },
    {
      page: 'desk/intake',
      as: 'worker',
      params: inYanxi,
      shows: '说了什么',
      opens: async (person) => {
        await person.fill('说了什么', '三楼水管漏水，楼道里都是水')
        await person.tap('哪个小区：')
        await person.tap('盐溪桥小区')
        await person.see(/是不是同一件|类似的事/)
      },
    },
    { page: 'desk/clocks', as: 'worker', shows: '漏水停水' },
    {
      page: 'desk/clocks',
      as: 'worker',
      called: 'one',
      shows: '漏水停水',
      opens: async (person) => {
        await person.tap('漏水停水')
        await person.see('就这样定')
      },
    },
    { page: 'desk/photos', as: 'worker', shows: '审核照片' },
    { page: 'desk/party', as: 'property', shows: '要到现场' },
    { page: 'desk/raised', as: 'officer', shows: '催办' },
    {
      page: 'desk/places',
      as: 'officer',
      called: 'hongyun',
      params: { communityId: hongyun, compoundId: hongyunCompound },
      shows: '弘运',
    },
  ]
}
