import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import Rates from '../../miniprogram/desk/rates'
import { monthOf } from '../../shared/rates/words'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridge,
  communityWorker,
  districtOfficer,
  figuresOf,
  held,
  hong,
  idOf,
  meWith,
  officer,
  owner,
  salt,
  saltTree,
  twoSubdistricts,
} from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { counted, nothing, shares, told } from './told'

const at = '/desk/rates'
const open = (answers: Answers = {}, params: Record<string, string> = {}, me = communityWorker) =>
  openAs(me, <Rates />, { at, params, answers: { 'place.tree': saltTree, 'rates.get': told(), ...answers } })
const thisMonth = monthOf(new Date())

beforeEach(newPhone)

test('three numbers are said as sentences, each with what it counts, and the unanswered apart', async () => {
  await open()
  expect(await screen.findByText('83 件中 71 件按时到场')).toBeTruthy()
  expect(screen.getByText('80 件中 60 件修好了')).toBeTruthy()
  expect(screen.getAllByText('其中 9 件没人评价')).toHaveLength(2)
  expect(screen.getByText('62 件答了回访，50 件满意')).toBeTruthy()
  expect(screen.getByText(/^到场时限落在这段时间里的，/)).toBeTruthy()
  expect(
    screen.getByText('结束一个月后问了 30 位，18 位答了：12 位说好着呢，4 位说又坏了，2 位说不清。'),
  ).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/\d%/)
})

test('a number opens the list from which it was counted, with the period and the group that it stands for', async () => {
  await open()
  await screen.findByText('83 件中 71 件按时到场')
  await tap('button', '按时到场，83 件中 71 件按时到场，看是哪些')
  expect(phone.stack.at(-1)).toContain('rate=response')
  expect(phone.stack.at(-1)).toContain(`toMonth=${thisMonth}`)
  await tap('button', '河坎职工宿舍，3 件中 1 件按时到场，看是哪些')
  expect(phone.stack.at(-1)).toContain(`group=${idOf(2, 2)}`)
})

test('what does not count yet says so, and opens nothing', async () => {
  await open({ 'rates.get': nothing() })
  for (const says of ['还没有到了到场时限的哨', '还没有到了办结时限的哨', '还没有人答回访'])
    expect(await screen.findByText(says)).toBeTruthy()
  expect(screen.getByText('这段时间里还没有能算的哨。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /看是哪些/ })).toBeNull()
})

test('the groups are asked for in other ways, and told with how they are made', async () => {
  const wire = await open({
    'rates.get': ({ by }) => told(by === 'party' ? { groupedBy: '算在最后一次派单的牵头方名下。' } : {}),
  })
  await screen.findByText('83 件中 71 件按时到场')
  await tap('tab', '按责任方')
  expect(await screen.findByText('算在最后一次派单的牵头方名下。')).toBeTruthy()
  expect(wire.of('rates.get').map((i) => i.by)).toEqual(['month', 'party'])
})

test('the months are picked at a tap or step by step, none of them still to come', async () => {
  const wire = await open()
  await screen.findByText('83 件中 71 件按时到场')
  await tap('tab', '这个月')
  await waitFor(() =>
    expect(wire.of('rates.get').at(-1)).toMatchObject({ fromMonth: thisMonth, toMonth: thisMonth }),
  )
  await tap('tab', '自己选')
  expect(screen.queryByRole('button', { name: '到，晚一个月' })).toBeNull()
  expect(screen.queryByRole('button', { name: '从，晚一个月' })).toBeNull()
  await tap('button', '从，早一个月')
  await waitFor(() => expect(wire.of('rates.get').at(-1)!.fromMonth < thisMonth).toBe(true))
  expect(wire.of('rates.get').at(-1)!.toMonth).toBe(thisMonth)
})

test('one compound of the community is looked at alone', async () => {
  const wire = await open()
  await screen.findByText('83 件中 71 件按时到场')
  await tap('button', '哪个小区：全部小区，选')
  await tap('radio', bridge.name)
  await waitFor(() => expect(wire.of('rates.get').at(-1)).toMatchObject({ compoundId: bridge.compoundId }))
})

describe('the list behind a number', () => {
  const params = {
    ...{ communityId: salt.communityId, fromMonth: '2026-10', toMonth: '2026-11', by: 'compound' },
    ...{ rate: 'response', side: 'all', group: bridge.compoundId, name: bridge.name },
  }
  const list = { items: [counted(1), counted(2, false)], next: null, total: 2 }

  test('says of each why it counts as it does, and leads to the whistle', async () => {
    const wire = await open({ 'rates.list': list }, params)
    expect(await screen.findByText('应在 昨天 17:00 前到场，还没有到')).toBeTruthy()
    expect(screen.getByText('共 2 件')).toBeTruthy()
    expect(screen.getByText('2026年10月到2026年11月')).toBeTruthy()
    expect(wire.of('rates.list')[0]).toMatchObject({
      group: bridge.compoundId,
      rate: 'response',
      side: 'all',
    })
    await tap('button', /^第 2 件，/)
    expect(phone.stack.at(-1)).toMatch(/^\/whistle\/one\?/)
  })

  test('is narrowed to those that met it, those that did not, and to the other rates', async () => {
    const wire = await open({ 'rates.list': list }, params)
    await screen.findByText('共 2 件')
    await tap('tab', '没按时')
    await tap('tab', '解决')
    await tap('tab', '没人评价')
    await waitFor(() =>
      expect(wire.of('rates.list').map((i) => `${i.rate} ${i.side}`)).toEqual([
        ...['response all', 'response unmet', 'resolved all', 'resolved unanswered'],
      ]),
    )
  })

  test('is read on page by page, and says when there is none', async () => {
    const wire = await open(
      {
        'rates.list': ({ after }) =>
          after === undefined
            ? { items: Array.from({ length: 20 }, (_, i) => counted(i + 1)), next: 'more', total: 21 }
            : { items: [counted(21)], next: null, total: 21 },
      },
      params,
    )
    expect(await screen.findByText('共 21 件')).toBeTruthy()
    await tap('button', '再看一些')
    expect(await screen.findByText('第 21 件')).toBeTruthy()
    wire.answer({ 'rates.list': { items: [], next: null, total: 0 } })
    await tap('tab', '没按时')
    expect(await screen.findByText('没有这样的哨')).toBeTruthy()
  })

  test('leads a committee to no whistle: it sees its compound’s numbers, not who reported', async () => {
    const director = meWith([
      held('committeeDirector', bridge.name, {
        communityId: salt.communityId,
        compoundId: bridge.compoundId,
      }),
    ])
    await open({ 'rates.list': list }, params, director)
    await screen.findByText('共 2 件')
    expect(screen.queryByRole('button', { name: /^第 2 件/ })).toBeNull()
  })
})

describe('an officer', () => {
  const rows = [
    { group: salt.communityId, name: salt.name, shares: shares([70, 80], [1, 2, 0], [1, 1]) },
    { group: hong.communityId, name: hong.name, shares: shares([1, 3], [1, 2, 0], [1, 1]) },
  ]
  test('sees the subdistrict community by community, and goes into one', async () => {
    const wire = await open({ 'rates.subdistrict': told({ rows }) }, {}, officer)
    expect(await screen.findByText('80 件中 70 件按时到场')).toBeTruthy()
    expect(wire.of('rates.subdistrict')[0]).toMatchObject({ subdistrictId: idOf(6, 1), by: 'community' })
    await tap('button', `只看${hong.name}`)
    expect(phone.stack.at(-1)).toBe(`/desk/rates?communityId=${hong.communityId}`)
    await tap('tab', '一个社区')
    await waitFor(() => expect(wire.of('rates.get')).toHaveLength(1))
  })

  test('opens what lies behind a number of the whole subdistrict', async () => {
    const wire = await open(
      { 'rates.subdistrictList': { items: [counted(1)], next: null, total: 1 } },
      {
        ...{ subdistrictId: idOf(6, 1), fromMonth: '2026-11', toMonth: '2026-11', by: 'party' },
        ...{ rate: 'response', side: 'unmet', name: '弘运物业公司', group: `organisation ${idOf(10, 1)}` },
      },
      officer,
    )
    expect(await screen.findByText('共 1 件')).toBeTruthy()
    expect(wire.of('rates.subdistrictList')[0]).toMatchObject({ group: `organisation ${idOf(10, 1)}` })
  })

  test('of the district chooses a subdistrict first', async () => {
    const wire = await open(
      {
        'place.subdistricts': twoSubdistricts,
        'place.figures': figuresOf(idOf(6, 1), salt, hong),
        'rates.subdistrict': told({ rows }),
      },
      {},
      districtOfficer,
    )
    expect(await screen.findByText('江畔街道')).toBeTruthy()
    expect(wire.of('rates.subdistrict')).toHaveLength(0)
  })
})

describe('a spreadsheet', () => {
  const fetched: string[] = []
  const opened: unknown[] = []
  beforeEach(() => {
    fetched.length = 0
    opened.length = 0
    Object.assign(Taro, {
      downloadFile: ({ url }: { url: string }) => {
        fetched.push(url)
        return Promise.resolve({ tempFilePath: 'wxfile://rates.xlsx', statusCode: 200 })
      },
      openDocument: async (asked: unknown) => void opened.push(asked),
    })
  })
  const exported = (of: number) => {
    let done = 0
    return ({ id }: { id: string }) => {
      done++
      return { id, done, of, address: done === of ? '/api/storage/c/rates.xlsx?until=1' : null }
    }
  }

  test('is worked out month by month under one id, and opened', async () => {
    const wire = await open({ 'rates.export': exported(3) })
    await screen.findByText('83 件中 71 件按时到场')
    await tap('button', '导出表格（Excel 能打开）')
    expect(await screen.findByText('已经打开，点右上角可以转发或保存')).toBeTruthy()
    expect(wire.of('rates.export')).toHaveLength(3)
    expect(new Set(wire.of('rates.export').map((i) => i.id)).size).toBe(1)
    expect(fetched).toEqual(['/api/storage/c/rates.xlsx?until=1'])
    expect(opened).toEqual([{ filePath: 'wxfile://rates.xlsx', fileType: 'xlsx', showMenu: true }])
  })

  test('tells how far it is, and can be stopped', async () => {
    let go: () => void = () => {}
    const wire = await open({
      'rates.export': async ({ id }) => {
        if (wire.of('rates.export').length > 1) await new Promise<void>((then) => (go = then))
        return { id, done: wire.of('rates.export').length, of: 12, address: null }
      },
    })
    await screen.findByText('83 件中 71 件按时到场')
    await tap('button', '导出表格（Excel 能打开）')
    expect(await screen.findByText('已算好 1 / 12 个月')).toBeTruthy()
    await tap('button', '停止')
    go()
    await screen.findByRole('button', { name: '导出表格（Excel 能打开）' })
    expect(wire.of('rates.export')).toHaveLength(2)
    expect(fetched).toEqual([])
  })

  test('broken off for want of signal goes on under the same id; refused it is told', async () => {
    const wire = await open({ 'rates.export': exported(2) })
    await screen.findByText('83 件中 71 件按时到场')
    phone.setOnline(false)
    await tap('button', '导出表格（Excel 能打开）')
    expect(await screen.findByText('现在没有信号，连上后再试')).toBeTruthy()
    phone.setOnline(true)
    await tap('button', '导出表格（Excel 能打开）')
    await screen.findByText('已经打开，点右上角可以转发或保存')
    wire.answer({ 'rates.export': refuse('export_too_long') })
    await tap('button', '导出表格（Excel 能打开）')
    expect(await screen.findByText(/一份表格最多 2 万行/)).toBeTruthy()
  })
})

test('what cannot be read says so with a way to try again', async () => {
  const wire = await open({ 'rates.get': refuse('busy') })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'rates.get': told() })
  await tap('button', '再试一次')
  expect(await screen.findByText('83 件中 71 件按时到场')).toBeTruthy()
})

test('a resident is told that the page is not for them', async () => {
  const wire = await open({}, {}, owner)
  expect(screen.getByText('你现在没有看三率的身份')).toBeTruthy()
  expect(wire.of('rates.get')).toHaveLength(0)
})
