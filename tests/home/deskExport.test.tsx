import '../kernel/screens/inBrowser'
import { act, screen } from '@testing-library/react'
import Homes from '../../miniprogram/desk/homes'
import { writeCsv } from '../../miniprogram/desk/parts/csv'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, home701, house9, idOf, salt, saltTree } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'

type Home = Output<'home.list'>['items'][number]
const home = (n: number): Home => ({
  ...home701,
  homeId: idOf(5, n),
  label: `9栋1单元${n}`,
  communityId: salt.communityId,
  compoundId: bridge.compoundId,
  compound: bridge.name,
  buildingId: house9.buildingId,
  entranceId: null,
  kind: 'dwelling',
  areaCentiares: 8650,
  ties: 2,
  bound: n === 101,
})
const saved: Blob[] = []
Object.assign(URL, {
  createObjectURL: (blob: Blob) => {
    saved.push(blob)
    return 'blob:table'
  },
  revokeObjectURL: () => {},
})
// jsdom follows no links
HTMLAnchorElement.prototype.click = () => {}

beforeEach(() => {
  newPhone()
  saved.length = 0
})

test('the homes of a list are exported to the last page, in a table that Excel opens', async () => {
  await openAs(communityWorker, <Homes />, {
    at: '/desk/homes',
    answers: {
      'place.tree': saltTree,
      'home.list': ({ after }) =>
        after ? { items: [home(102)], next: null } : { items: [home(101)], next: 'more' },
    },
  })
  await tap('button', '导出表格（Excel 能打开）')
  expect(saved).toHaveLength(1)
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(saved[0]!)
  })
  expect(text.replace('\uFEFF', '').split('\r\n')).toEqual([
    '小区,户,类型,平方米,登记人数,有人登录',
    '盐溪桥小区,9栋1单元101,住宅,86.50,2,是',
    '盐溪桥小区,9栋1单元102,住宅,86.50,2,否',
  ])
})

test('an export can be stopped, and then saves nothing', async () => {
  const answers: ((page: Output<'home.list'>) => void)[] = []
  await openAs(communityWorker, <Homes />, {
    at: '/desk/homes',
    answers: {
      'place.tree': saltTree,
      'home.list': () => {
        if (answers.length > 0) return new Promise((resolve) => answers.push(resolve))
        answers.push(() => {})
        return { items: [home(101)], next: 'more' }
      },
    },
  })
  await tap('button', '导出表格（Excel 能打开）')
  expect(screen.getByText('已读 0 户')).toBeTruthy()
  await tap('button', '停止')
  await act(async () => answers[1]?.({ items: [home(101)], next: null }))
  expect(saved).toHaveLength(0)
})

test('a cell that begins like a formula is written as text, and commas and quotes stay in their cell', () => {
  expect(writeCsv([['=1+1', 'a,b', 'c"d', '9栋']])).toBe('\uFEFF\'=1+1,"a,b","c""d",9栋')
})
