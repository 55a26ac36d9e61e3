import { screen, act as settle } from '@testing-library/react'
import Codes from '../../miniprogram/desk/codes'
import { readEntrances } from '../../miniprogram/desk/forms/AddBuilding'
import { sameNames } from '../../miniprogram/desk/forms/reshapeWords'
import PlaceEdit from '../../miniprogram/desk/place-edit'
import Places from '../../miniprogram/desk/places'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridge,
  bridgeNow,
  communityWorker,
  door1,
  house9,
  idOf,
  owner,
  salt,
  saltTree,
} from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const act = (then: () => void) => settle(async () => then())
const { communityId } = salt
const { compoundId } = bridge
const house8 = bridgeNow.buildings[1]!
const dormitory = saltTree.compounds[1]!
const edit = (kind: string, answers: Answers = {}, params: Record<string, string> = {}) =>
  openAs(communityWorker, <PlaceEdit />, {
    at: '/desk/place-edit',
    params: { kind, communityId, ...params },
    answers: { 'place.tree': saltTree, ...answers },
  })

beforeEach(newPhone)

test('the compounds of a community tell how they are managed and how large they are', async () => {
  await openAs(communityWorker, <Places />, { at: '/desk/places', answers: { 'place.tree': saltTree } })
  expect(await screen.findByText('自管 · 2 栋楼，70 户')).toBeTruthy()
  expect(screen.getByText('三无小区 · 还没有登记楼栋')).toBeTruthy()
  await tap('button', new RegExp(bridge.name))
  expect(phone.stack.at(-1)).toBe(`/desk/places?communityId=${communityId}&compoundId=${compoundId}`)
})

test('one compound tells what it is made of and offers what may be done, to whoever may', async () => {
  const open = (me: typeof owner) =>
    openAs(me, <Places />, {
      at: '/desk/places',
      params: { communityId, compoundId },
      answers: { 'place.tree': saltTree, 'place.get': bridgeNow },
    })
  await open(communityWorker)
  expect(await screen.findByText('338 户住宅，37 间门市')).toBeTruthy()
  expect(screen.getByText('一共 27,345.12 平方米')).toBeTruthy()
  await tap('button', '拆成几个小区')
  expect(phone.stack.at(-1)).toContain('kind=split')
  newPhone()
  await open(owner)
  expect(await screen.findByText('338 户住宅，37 间门市')).toBeTruthy()
  for (const name of ['登记一栋楼', '导入名册', '二维码', '拆成几个小区'])
    expect(screen.queryByRole('button', { name })).toBeNull()
})

test('a compound that was joined into another says what it became and can no longer be changed', async () => {
  await openAs(communityWorker, <Places />, {
    at: '/desk/places',
    params: { communityId, compoundId },
    answers: {
      'place.tree': saltTree,
      'place.get': {
        ...bridgeNow,
        to: '2026-01-31',
        after: [{ compoundId: idOf(2, 9), name: '新盐溪', from: '2026-02-01' }],
      },
    },
  })
  expect(await screen.findByText('后来的小区，2026年2月1日起')).toBeTruthy()
  expect(screen.getByText('已合并或拆分')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '登记一栋楼' })).toBeNull()
})

describe('registering', () => {
  test('a building with its entrances, of which a few are filled in by a tap', async () => {
    const wire = await edit('building', { 'place.addBuilding': ({ id }) => ({ id }) }, { compoundId })
    await write('楼栋', '10栋')
    await tap('button', '填上：3 个单元')
    expect(screen.getByText('一共 3 个单元')).toBeTruthy()
    await tap('button', '登记')
    expect(await screen.findByText(`${bridge.name} 10栋 已经登记。`)).toBeTruthy()
    expect(wire.of('place.addBuilding')[0]).toMatchObject({
      name: '10栋',
      entrances: ['1单元', '2单元', '3单元'],
    })
    await tap('button', '再登记一栋')
    expect(screen.getByLabelText<HTMLInputElement>('楼栋').value).toBe('')
  })

  test('a home of a building, its entrance and its area to the hundredth', async () => {
    const wire = await edit('home', { 'place.addHome': ({ id }) => ({ id }) }, { compoundId })
    await tap('button', '登记')
    for (const says of ['请选楼栋', '请填写', '请填写面积，最多两位小数'])
      expect(screen.getByText(says)).toBeTruthy()
    await tap('radio', new RegExp(`^${house9.name}`))
    await tap('radio', door1.name)
    await write('房号', '801')
    await write('面积（平方米）', '86.5')
    await tap('button', '登记')
    expect(await screen.findByText('9栋 801 已经登记。')).toBeTruthy()
    expect(wire.of('place.addHome')[0]).toMatchObject({
      buildingId: house9.buildingId,
      entranceId: door1.entranceId,
      number: '801',
      kind: 'dwelling',
      areaCentiares: 8650,
    })
  })

  test('a name that is taken is told, and the words stay', async () => {
    await edit('compound', { 'place.addCompound': refuse('name_taken') })
    await write('小区名称', bridge.name)
    await tap('button', '登记')
    expect(await screen.findByText(/已经有了，请换一个名字/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('小区名称').value).toBe(bridge.name)
  })

  test('without signal a building waits in the queue', async () => {
    const wire = await edit('building', {}, { compoundId })
    await write('楼栋', '10栋')
    phone.setOnline(false)
    await tap('button', '登记')
    expect(await screen.findByText('现在没有信号，已存在手机里，连上后自动发出。')).toBeTruthy()
    expect(wire.of('place.addBuilding')).toHaveLength(0)
  })

  test('a grid takes buildings that belong to no other', async () => {
    const taken = { ...bridgeNow.buildings[0]!, gridId: idOf(12, 1) }
    const wire = await edit('grid', {
      'place.tree': {
        ...saltTree,
        grids: [{ gridId: idOf(12, 1), name: '第一网格' }],
        compounds: [{ ...saltTree.compounds[0]!, buildings: [taken, house8] }],
      },
      'place.addGrid': ({ id }) => ({ id }),
    })
    await write('网格名称', '第二网格')
    expect(screen.queryByRole('checkbox', { name: /^9栋/ })).toBeNull()
    await tap('checkbox', /^8栋/)
    await tap('button', '划好')
    expect(wire.of('place.addGrid')[0]?.buildingIds).toEqual([house8.buildingId])
  })

  test('entrances are read however they are divided, each once', () => {
    expect(readEntrances(' 1单元、2单元，2单元  3单元；')).toEqual(['1单元', '2单元', '3单元'])
    expect(readEntrances('')).toEqual([])
  })
})

describe('joining and splitting', () => {
  test('what will be so is told before two compounds are joined', async () => {
    const wire = await edit('join', { 'place.join': ({ id }) => ({ id }) })
    await tap('button', '合并')
    expect(screen.getByText('至少选两个小区')).toBeTruthy()
    await tap('checkbox', new RegExp(`^${bridge.name}`))
    await tap('checkbox', new RegExp(`^${dormitory.name}`))
    await write('合并以后叫什么', '大盐溪')
    expect(screen.getByText(/起是一个小区“大盐溪”，2 栋楼，70 户。$/)).toBeTruthy()
    expect(screen.getByText('· 住户、登记的人和面积都不变，居民不用重新认领。')).toBeTruthy()
    await tap('button', '把这 2 个小区合并')
    expect(await screen.findByText('2 个小区已经合并为“大盐溪”。')).toBeTruthy()
    expect(wire.of('place.join')[0]?.compoundIds).toEqual([compoundId, dormitory.compoundId])
  })

  test('a split needs every building to go somewhere, and sends each where it was put', async () => {
    const wire = await edit(
      'split',
      { 'place.split': ({ into }) => ({ ids: into.map((p) => p.id) }) },
      { compoundId },
    )
    await write('第一个新小区叫什么', '东院')
    await write('第二个新小区叫什么', '西院')
    const [nine, eight] = screen.getAllByRole('tab', { name: '东院' })
    await tap('button', '拆成 2 个小区')
    expect(screen.getByText('还有 9栋、8栋 没有分到新小区')).toBeTruthy()
    await act(() => nine?.click())
    await act(() => eight?.click())
    expect(screen.getByText('每个新小区至少要有一栋楼')).toBeTruthy()
    await act(() => screen.getAllByRole('tab', { name: '西院' })[1]?.click())
    expect(screen.getByText(/起有“东院”：9栋，42 户。$/)).toBeTruthy()
    await tap('button', '拆成 2 个小区')
    expect(await screen.findByText(`${bridge.name} 已经拆成 “东院”、“西院”。`)).toBeTruthy()
    const [east, west] = wire.of('place.split')[0]!.into
    expect(east).toMatchObject({ name: '东院', buildingIds: [house9.buildingId] })
    expect(west).toMatchObject({ name: '西院', buildingIds: [house8.buildingId] })
  })

  test('buildings of one name in two compounds are told before it is tried', () => {
    expect(sameNames([saltTree.compounds[0]!, { ...dormitory, buildings: [house8] }])).toEqual(['8栋'])
  })
})

test('the sheet of codes has one for each building and entrance, drawn from what the server sends', async () => {
  await openAs(communityWorker, <Codes />, {
    at: '/desk/codes',
    params: { communityId, compoundId },
    answers: {
      'place.codes': {
        compound: bridge.name,
        items: [
          { name: '9栋', link: 'https://x/q/1', svg: '<svg viewBox="0 0 1 1"/>' },
          { name: '9栋1单元', link: 'https://x/q/2', svg: '<svg width="9" viewBox="0 0 1 1"/>' },
        ],
      },
    },
  })
  expect(await screen.findByText(/^盐溪桥小区 一共 2 个。/)).toBeTruthy()
  const src = (name: string) => decodeURIComponent(screen.getByLabelText(name).getAttribute('src') ?? '')
  expect(src('9栋 的二维码')).toContain('<svg width="600" height="600" viewBox')
  expect(src('9栋1单元 的二维码')).toContain('<svg width="9" viewBox')
})
