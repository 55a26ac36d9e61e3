import '../kernel/screens/inBrowser'
import { screen } from '@testing-library/react'
import OneProject from '../../miniprogram/checkin/project'
import Receipts from '../../miniprogram/checkin/receipts'
import MyService from '../../miniprogram/checkin/record'
import Totals from '../../miniprogram/checkin/totals'
import UnitDesk from '../../miniprogram/checkin/unit'
import Verify from '../../miniprogram/checkin/verify'
import Home from '../../miniprogram/home/index'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, officer, owner, salt } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { phone } from '../kernel/taro'
import {
  checkinId,
  communityId,
  goodNumber,
  key,
  liaison,
  member,
  mineOf,
  recordOf,
  serviceOf,
  serving,
  unit,
  unitId,
  yearOf,
} from './faces'

beforeEach(newPhone)

const stands = {
  waiting: 4,
  expired: 1,
  presented: 2,
  returned: 0,
  accepted: 1,
  confirmed: 30,
  ended: 0,
  voided: 0,
}
const units: Output<'slip.units'> = { items: [{ unitId, name: unit, stands, toConfirm: 1, slow: 2 }] }
const receipt = {
  ...key,
  slipId: idOf(56, 1),
  name: '党员甲',
  community: salt.name,
  receiptNumber: goodNumber,
  acceptedAt: '2026-11-20T01:00:00.000Z',
  confirmedAt: null,
  state: 'accepted' as const,
}

describe('anybody verifies a receipt, without a session', () => {
  const code = '23456789AB'
  const open = (of: Output<'slip.verify'>, params: Record<string, string> = {}) =>
    openAs(undefined, <Verify />, { at: '/checkin/verify', params, answers: { 'slip.verify': of } })

  test('by number and code: genuine and current, and nothing of whom', async () => {
    const wire = await open({ genuine: true, current: true })
    expect(phone.stack).toEqual(['/checkin/verify'])
    await write('回执号码', '3000 0000 0180')
    await write('校验码', '23456 789ab')
    await tap('button', '核验')
    expect(wire.of('slip.verify')).toEqual([{ receiptNumber: goodNumber, checkCode: code }])
    expect(screen.getByText('是真的，现在有效')).toBeTruthy()
    expect(wire.asked.map((a) => a.token)).toEqual([undefined])
  })

  test('a number with a wrong digit is not even asked about', async () => {
    const wire = await open({ genuine: true, current: true })
    await write('回执号码', '300000000181')
    await write('校验码', code)
    await tap('button', '核验')
    expect(screen.getByText('号码有一位不对，请对照回执再看一遍')).toBeTruthy()
    expect(wire.of('slip.verify')).toEqual([])
  })

  test.each([
    [{ genuine: true, current: false }, '是真的，但已经不在用了'],
    [{ genuine: false, current: false }, '没有这张回执'],
  ])('from a scanned link it is asked at once: %o', async (of, says) => {
    const wire = await open(of, { code: `R${goodNumber}${code}` })
    expect(wire.of('slip.verify')).toHaveLength(1)
    expect(screen.getByText(says)).toBeTruthy()
  })
})

describe('the unit', () => {
  test('how its slips stand, and what waits for its word', async () => {
    await openAs(liaison, <UnitDesk />, {
      at: '/checkin/unit',
      answers: { 'slip.units': units, 'slip.list': { items: [], next: null } },
    })
    expect(screen.getByRole('tab', { name: '全部 38' })).toBeTruthy()
    expect(screen.getByRole('tab', { name: '过期了 1' })).toBeTruthy()
    expect(screen.getByText('2 人拿到单子 15 天还没报到，提醒一声。')).toBeTruthy()
    await tap('button', '等单位确认的回执 1 人，打开')
    expect(phone.stack.at(-1)).toBe(`/checkin/receipts?unitId=${unitId}`)
  })

  test('a receipt is confirmed, and the circle is closed', async () => {
    const wire = await openAs(liaison, <Receipts />, {
      at: '/checkin/receipts',
      answers: {
        'slip.units': units,
        'slip.receipts': { items: [receipt], next: null },
        'slip.confirm': { state: 'confirmed', confirmedAt: '2026-11-22T01:00:00.000Z' },
      },
    })
    await tap('button', '确认党员甲的回执')
    expect(wire.of('slip.confirm')).toEqual([{ communityId, checkinId }])
    expect(screen.getByText('确认了：党员甲报到成功')).toBeTruthy()
  })

  test('each side of a project gives its own word, and sees whose is missing', async () => {
    const terms = {
      termsId: idOf(58, 1),
      n: 1,
      what: 'begin' as const,
      title: '每月一次义诊',
      need: '老人看病远',
      resource: '两位医生，一个上午',
      from: '2026-12-01',
      until: '2027-06-01',
      madeBy: 'community' as const,
      unitAgreedAt: null,
      communityAgreedAt: '2026-11-20T01:00:00.000Z',
      declinedAt: null,
      takenBack: false,
      meetingId: null,
    }
    const project: Output<'project.get'> = {
      communityId,
      projectId: idOf(57, 1),
      unitId,
      unit,
      community: salt.name,
      kind: 'medical',
      title: '每月一次义诊',
      state: 'offered',
      until: '2027-06-01',
      steps: 0,
      waitsFor: 'unit',
      inForce: null,
      terms: [terms],
      done: [],
      side: 'unit',
      acts: ['agree', 'decline'],
    }
    const wire = await openAs(liaison, <OneProject />, {
      at: '/checkin/project',
      params: { communityId, projectId: project.projectId },
      answers: { 'project.get': project, 'project.agree': { state: 'agreed' } },
    })
    expect(screen.getByText('等你们答复')).toBeTruthy()
    await tap('button', '同意')
    expect(wire.of('project.agree')).toEqual([])
    await tap('button', '我们同意')
    const answer = { communityId, projectId: project.projectId, termsId: terms.termsId }
    expect(wire.of('project.agree')).toEqual([answer])

    // the other side may take back what it has offered
    const theirs = await openAs(communityWorker, <OneProject />, {
      at: '/checkin/project',
      params: { communityId, projectId: project.projectId },
      answers: {
        'project.get': { ...project, side: 'community', acts: ['takeBack'] },
        'project.decline': { state: 'declined' },
      },
    })
    expect(screen.getByText('等单位答复')).toBeTruthy()
    await tap('button', '收回')
    await tap('button', '收回，告诉对方')
    expect(theirs.of('project.decline')).toEqual([answer])
  })
})

describe('the member’s year', () => {
  const open = (answers: Parameters<typeof openAs>[2], view = 'services') =>
    openAs(member, <MyService />, { at: '/checkin/record', params: { view }, ...answers })

  test('every service says what counts of it and what not', async () => {
    await open({
      answers: { 'service.mine': yearOf({ waiting: 1, items: [serviceOf({ state: 'confirmed' })] }) },
    })
    expect(screen.getByText('2 小时')).toBeTruthy()
    expect(screen.getByText('还有 1 次等社区确认，确认后再算进去。')).toBeTruthy()
    expect(screen.getByText('共 3 小时，算 2 小时 · 1 小时是本人上班时间，不算')).toBeTruthy()
  })

  test('the record is read before the unit gets it, with a word of one’s own', async () => {
    const wire = await open(
      {
        answers: {
          'serviceRecord.mine': { items: [recordOf({ acts: ['read'] })] },
          'serviceRecord.read': recordOf({ comment: '谢谢' }),
        },
      },
      'records',
    )
    expect(screen.getByText('请你看一看')).toBeTruthy()
    expect(screen.getByText('社区的评价：认真负责')).toBeTruthy()
    await tap('button', '我看过了')
    await write('想说一句（可以不写）', '谢谢')
    await tap('button', '告诉社区，我看过了')
    expect(wire.of('serviceRecord.read')).toMatchObject([{ comment: '谢谢' }])
  })
})

test('the subdistrict sees totals, and no name', async () => {
  await openAs(officer, <Totals />, {
    at: '/checkin/totals',
    answers: {
      'checkin.totals': {
        communities: [
          {
            communityId,
            name: salt.name,
            waiting: 2,
            members: 431,
            noOffice: 12,
            minutes: 6000,
            homes: 1609,
            cared: 1500,
            projects: 13,
            projectsDone: 5,
          },
        ],
        units: [],
      },
    },
  })
  expect(screen.getByText('1,500 / 1,609')).toBeTruthy()
  expect(screen.getByText('443')).toBeTruthy()
  await tap('tab', '按单位')
  expect(screen.getByText('还没有单位开报到单。')).toBeTruthy()
})

describe('the home page', () => {
  const counts = {
    presented: 3,
    returned: 0,
    accepted: 0,
    confirmed: 9,
    transferred: 0,
    ended: 0,
    withdrawn: 0,
  }

  test('a member has one next act; nobody else is told anything of it', async () => {
    await openAs(member, <Home />, { answers: { 'checkin.mine': serving(), 'service.mine': yearOf() } })
    await tap('button', '看看能做什么，单位已确认，打开')
    expect(phone.stack.at(-1)).toBe('/checkin/tasks')
    await openAs(owner, <Home />, { answers: { 'checkin.mine': mineOf(0) } })
    expect(screen.queryByText('党员报到')).toBeNull()
  })

  test('who is signed in is reminded to sign out', async () => {
    const now = serviceOf({ state: 'in', outAt: null, outWay: null, minutes: null })
    await openAs(member, <Home />, {
      answers: { 'checkin.mine': serving(), 'service.mine': yearOf({ now }) },
    })
    expect(screen.getByText('记得签退')).toBeTruthy()
  })

  test('a worker sees what is to accept and to confirm', async () => {
    await openAs(communityWorker, <Home />, {
      answers: {
        'checkin.list': { items: [], next: null, counts, noOffice: 0 },
        'service.list': { items: [serviceOf()], next: null },
      },
    })
    await tap('button', '等受理的报到单 3 张，打开')
    expect(phone.stack.at(-1)).toBe(`/checkin/desk?communityId=${communityId}`)
    await tap('button', '等确认的服务 1 次，打开')
    expect(phone.stack.at(-1)).toBe(`/checkin/services?communityId=${communityId}`)
  })

  test('a liaison sees receipts to confirm and whom to remind', async () => {
    await openAs(liaison, <Home />, { answers: { 'slip.units': units } })
    expect(screen.getByRole('button', { name: '15 天还没报到 2 人，打开' })).toBeTruthy()
    await tap('button', '等单位确认的回执 1 人，打开')
    expect(phone.stack.at(-1)).toBe(`/checkin/receipts?unitId=${unitId}`)
  })
})
