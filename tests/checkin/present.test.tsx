import { screen } from '@testing-library/react'
import Present from '../../miniprogram/checkin/present'
import Scan from '../../miniprogram/dwelling/scan'
import { newPhone, openAs } from '../kernel/screens/open'
import { home701, hong, salt } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { checkinOf, communityId, goodNumber, member, mineOf, noProfile, serving, unit } from './faces'

beforeEach(newPhone)

const looked = {
  unit,
  expires: '2027-02-20',
  suggested: [
    {
      communityId,
      community: salt.name,
      subdistrict: '江畔街道',
      homeId: home701.homeId,
      home: home701.label,
    },
  ],
  others: [
    { communityId, community: salt.name, subdistrict: '江畔街道' },
    { ...hong, community: hong.name, subdistrict: '江畔街道' },
  ].map(({ communityId: id, community, subdistrict }) => ({ communityId: id, community, subdistrict })),
}
const open = (answers: Answers = {}, params: Record<string, string> = {}) =>
  openAs(member, <Present />, {
    at: '/checkin/present',
    params,
    answers: {
      'checkin.mine': mineOf(1),
      'checkin.look': looked,
      'checkin.present': ({ id }) => ({ id, state: 'presented' }),
      ...answers,
    },
  })
const lookUp = async (number: string, name = '党员甲') => {
  await write('报到单号码', number)
  await write('你的姓名，和单子上写的一样', name)
  await tap('button', '下一步')
}

test.each([
  ['300000000181', '号码有一位不对，请对照单子再看一遍'],
  ['300000001080', '号码有一位不对，请对照单子再看一遍'],
  ['30000000018', '号码是 12 位，现在有 11 位'],
  ['30000000018A', '号码都是数字，请对照单子再看一遍'],
])('the number %s is caught by its digits, before anybody is asked', async (number, says) => {
  const wire = await open()
  await lookUp(number)
  expect(screen.getByText(says)).toBeTruthy()
  expect(wire.of('checkin.look')).toEqual([])
})

test('a number is read however it was typed', async () => {
  const wire = await open()
  await lookUp('3000-0000 ０180')
  expect(wire.of('checkin.look')).toEqual([{ number: goodNumber, name: '党员甲' }])
})

test('the community of the home is offered first; what was chosen goes along', async () => {
  const wire = await open()
  await lookUp(goodNumber)
  expect(screen.getByText(unit)).toBeTruthy()
  await tap('checkbox', '水电')
  await tap('checkbox', '陪老人')
  await tap('checkbox', '休息日上午')
  await tap('radio', '不上班，退休了，或没有固定时间')
  await tap('button', '交给盐溪社区')
  expect(wire.of('checkin.present')).toMatchObject([
    {
      communityId,
      number: goodNumber,
      name: '党员甲',
      homeId: home701.homeId,
      profile: { ...noProfile, skills: ['electric'], interests: ['elderly'], free: ['restMorning'] },
    },
  ])
  expect(phone.stack.at(-1)).toBe('/checkin/mine')
})

test('any other community of the district can be chosen, and then no home is told', async () => {
  const wire = await open()
  await lookUp(goodNumber)
  await tap('radio', /^别的社区/)
  await tap('radio', /^弘运社区/)
  await tap('button', '交给弘运社区')
  const [sent] = wire.of('checkin.present')
  expect(sent?.communityId).toBe(hong.communityId)
  expect(sent?.homeId).toBeUndefined()
})

test('what the server refuses is told in the place, and nothing typed is lost', async () => {
  await open({ 'checkin.look': refuse('slip_used') })
  await lookUp(goodNumber)
  expect(screen.getByText('这张报到单已经用过了，有疑问请问单位联络员')).toBeTruthy()
  expect((screen.getByLabelText('报到单号码') as HTMLInputElement).value).toBe(goodNumber)
})

test('a slip with a number on it leads whoever has bound none to do so', async () => {
  await open({ 'checkin.look': refuse('phone_unbound') })
  await lookUp(goodNumber)
  await tap('button', '去绑定手机号')
  expect(phone.stack).toEqual(['/me/index'])
})

test('a scanned slip fills in its number; a code of something else says so', async () => {
  await open()
  phone.scans = 'https://host/q/BBBBBBBBBBBBBBB1'
  await tap('button', '扫单子上的二维码')
  expect(screen.getByText('这不是报到单上的码，请扫单子右下角的那个')).toBeTruthy()
  phone.scans = `https://host/q/S${goodNumber}`
  await tap('button', '扫单子上的二维码')
  expect((screen.getByLabelText('报到单号码') as HTMLInputElement).value).toBe(goodNumber)
})

test.each([
  [`S${goodNumber}`, `/checkin/present?number=${goodNumber}`],
  [`R${goodNumber}23456789AB`, `/checkin/verify?code=R${goodNumber}23456789AB`],
])('what WeChat scans of paper %s leads to its page', async (code, page) => {
  await openAs(code.startsWith('S') ? member : undefined, <Scan />, {
    at: '/dwelling/scan',
    params: { q: `https://host/q/${code}` },
  })
  expect(phone.stack.at(-1)).toBe(page)
})

test('returned by the community, it is corrected and presented again', async () => {
  const current = checkinOf({ state: 'returned', reason: '姓名和单子上的不一样', acts: ['again'] })
  const wire = await open(
    { 'checkin.mine': mineOf(1, { next: 'again', current }), 'checkin.again': { state: 'presented' } },
    { again: current.checkinId, communityId },
  )
  expect(screen.getByText('理由：姓名和单子上的不一样')).toBeTruthy()
  await write('你的姓名，和单子上写的一样', '党员乙')
  await tap('button', '再交给盐溪社区')
  expect(wire.of('checkin.again')).toMatchObject([{ checkinId: current.checkinId, name: '党员乙' }])
})

test('whoever has moved takes the history along to another community', async () => {
  const mine = serving()
  const wire = await open(
    {
      'checkin.mine': mine,
      'place.directory': {
        items: [salt, hong].map((c) => ({
          id: c.communityId,
          communityId: c.communityId,
          name: c.name,
          under: '江畔街道',
        })),
      },
      'checkin.transfer': ({ id }) => ({ id, state: 'presented' }),
    },
    { fromId: mine.current?.checkinId ?? '', communityId },
  )
  expect(wire.of('place.directory')).toEqual([{ level: 'community', communityId }])
  await tap('button', /^到哪个社区报到/)
  expect(screen.queryByRole('radio', { name: /^盐溪社区/ })).toBeNull()
  await tap('radio', /^弘运社区/)
  await tap('button', '转到弘运社区')
  expect(wire.of('checkin.transfer')).toMatchObject([
    { communityId: hong.communityId, fromId: mine.current?.checkinId, profile: mine.current?.profile },
  ])
})

test('whoever is checked in already is not asked for a slip', async () => {
  await open({ 'checkin.mine': serving() })
  expect(screen.getByText('你已经报到了')).toBeTruthy()
  expect(screen.queryByLabelText('报到单号码')).toBeNull()
})
