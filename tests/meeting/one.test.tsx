import { act, screen, within } from '@testing-library/react'
import One from '../../miniprogram/meeting/one'
import { signInTail } from '../../shared/meeting/signInLink'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import {
  draftOf,
  host,
  key,
  type Meeting,
  meetingOf,
  minutesAway,
  noPresence,
  people,
  publishedOf,
  underWay,
} from './faces'

beforeEach(newPhone)

const at = { at: '/meeting/one', params: key }
const open = (meeting: Meeting, me = owner, answers: Answers = {}) =>
  openAs(me, <One />, {
    ...at,
    answers: {
      'meeting.get': meeting,
      'meeting.presence': meeting.presence,
      'meeting.people': people,
      ...answers,
    },
  })

describe('before', () => {
  test('a neighbour reads when and where, what will be spoken of and how long, and who comes', async () => {
    await open(meetingOf())
    expect(screen.getByText('9栋楼宇会')).toBeTruthy()
    expect(screen.getByText('11月24日 周二 19:00')).toBeTruthy()
    expect(screen.getByText('后天')).toBeTruthy()
    expect(screen.getByText('要议的事，2 件')).toBeTruthy()
    expect(screen.getByText('19:00 起 · 20 分钟')).toBeTruthy()
    expect(screen.getByText('19:20 起 · 10 分钟')).toBeTruthy()
    expect(screen.getByText('9栋')).toBeTruthy()
    expect(screen.getByText('主持：业委会主任')).toBeTruthy()
    await tap('button', '吹的哨：一单元楼梯没有扶手，打开')
    expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${key.communityId}&whistleId=${idOf(20, 1)}`)
  })

  test('it goes into the calendar of the phone itself, with a reminder an hour before', async () => {
    await open(meetingOf())
    await tap('button', '加入手机日历')
    expect(screen.getByText('已经加进手机日历，开会前一小时提醒你')).toBeTruthy()
    expect(phone.calendar).toEqual([
      {
        title: '9栋楼宇会',
        startTime: Date.parse('2026-11-24T11:00:00Z') / 1000,
        endTime: String(Date.parse('2026-11-24T12:00:00Z') / 1000),
        location: '9栋门口',
        description: '1. 加装楼梯扶手\n2. 楼道照明',
        alarm: true,
        alarmOffset: 3600,
      },
    ])
  })

  test('a calendar that may not be used says where that is changed', async () => {
    phone.calendar = null
    await open(meetingOf())
    await tap('button', '加入手机日历')
    expect(screen.getByText(/没有允许用日历，请在微信的“设置”里打开/)).toBeTruthy()
  })

  test('a day off is marked, and where it stood before stays to be read', async () => {
    const moves = [
      {
        from: '2026-10-01T06:00:00.000Z',
        to: '2026-11-24T11:00:00.000Z',
        reason: '赶上放假。',
        at: '2026-09-20T01:00:00.000Z',
      },
    ]
    await open(meetingOf({ moves, mark: { works: false, holiday: '国庆节', provisional: false } }))
    expect(screen.getByText('放假（国庆节）')).toBeTruthy()
    expect(screen.getByText('原定 10月1日 14:00，改到 11月24日 19:00：赶上放假。')).toBeTruthy()
  })

  test('who keeps it sends the notice, and is told until when it has to be out', async () => {
    const planned = meetingOf({
      state: 'planned',
      keeps: true,
      noticeBy: '2026-11-23T11:00:00.000Z',
      acts: ['change', 'addItem', 'notice', 'move', 'callOff'],
    })
    const wire = await open(planned, communityWorker)
    expect(screen.getByText('还没有发通知，最晚 11月23日 发。')).toBeTruthy()
    await tap('button', '发通知')
    wire.answer({ 'meeting.notice': { state: 'noticed', people: 61 }, 'meeting.get': meetingOf() })
    await tap('button', '发出去')
    expect(screen.getByText('通知发出去了，61 个人的“消息”里看得到')).toBeTruthy()
    expect(wire.of('meeting.notice')).toEqual([key])
  })

  test('a notice that would come too late is refused in words, and says how to mend it', async () => {
    const late = meetingOf({ state: 'planned', keeps: true, noticeBy: minutesAway(-60), owners: true })
    await open(late, communityWorker)
    expect(screen.getByText(/已经过了。请改期，或去掉业主表决的议题/)).toBeTruthy()
  })

  test('it is moved with a reason, and called off with a reason', async () => {
    const wire = await open(meetingOf({ keeps: true, acts: ['move', 'callOff'] }), communityWorker)
    await tap('button', '改期')
    await tap('button', '改到这一天')
    expect(screen.getByText('请换一个时间')).toBeTruthy()
    await tap('button', '以后再说')
    await tap('button', '这次不开了')
    await tap('button', '不开了，告诉大家')
    expect(screen.getByText('请写明为什么不开')).toBeTruthy()
    await tap('button', '填上：到的人太少。')
    wire.answer({ 'meeting.callOff': { state: 'notHeld' } })
    await tap('button', '不开了，告诉大家')
    expect(wire.of('meeting.callOff')).toEqual([{ ...key, reason: '到的人太少。' }])
  })
})

const signedIn: Answers['meeting.signIn'] = ({ id }) => ({ id, homes: ['9栋1单元701'], presence: noPresence })

describe('during', () => {
  const coming = (more: Partial<Meeting> = {}) =>
    meetingOf({ startsAt: minutesAway(15), endsAt: minutesAway(75), acts: ['signIn'], ...more })

  test('a neighbour signs in with the six figures of the screen at the door', async () => {
    const wire = await open(coming())
    await tap('button', '签到')
    expect(screen.getByText('签到码是 6 位数字，请看记录人的屏幕')).toBeTruthy()
    await write('门口屏幕上的 6 位数字', '12 34 56')
    wire.answer({
      'meeting.signIn': ({ id }) => ({ id, homes: ['9栋1单元701'], presence: noPresence }),
      'meeting.get': coming({ attended: true, acts: [] }),
    })
    await tap('button', '签到')
    expect(wire.of('meeting.signIn')).toEqual([{ ...key, id: expect.any(String), code: '123456' }])
    expect(screen.getByText('你已经签到了，请坐。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '签到' })).toBeNull()
  })

  const link = (of: typeof key) => `${host}/q/${signInTail({ ...of, code: '271828' })}`
  const answered = { 'meeting.signIn': signedIn, 'meeting.get': coming({ attended: true, acts: [] }) }

  test('or scans the code on the screen, and is signed in', async () => {
    const wire = await open(coming())
    phone.scans = 'https://elsewhere.example/menu'
    await tap('button', '扫屏幕上的码')
    expect(screen.getByText('这不是签到的码，请对准记录人的屏幕再扫一次')).toBeTruthy()
    phone.scans = link(key)
    wire.answer(answered)
    await tap('button', '扫屏幕上的码')
    expect(wire.of('meeting.signIn')).toEqual([{ ...key, id: expect.any(String), code: '271828' }])
    expect(screen.getByText('你已经签到了，请坐。')).toBeTruthy()
  })

  test('whoever scans another meeting’s code is led there', async () => {
    const other = { ...key, meetingId: idOf(30, 7) }
    const wire = await open(coming())
    phone.scans = link(other)
    await tap('button', '扫屏幕上的码')
    expect(phone.stack.at(-1)).toContain(
      `/meeting/one?communityId=${key.communityId}&meetingId=${other.meetingId}`,
    )
    expect(wire.of('meeting.signIn')).toEqual([])
  })

  test('whoever comes by the code itself is signed in without another tap, once', async () => {
    const wire = await openAs(owner, <One />, {
      at: '/meeting/one',
      params: { ...key, code: '271828' },
      answers: { 'meeting.get': coming(), 'meeting.presence': noPresence, 'meeting.signIn': signedIn },
    })
    expect(wire.of('meeting.signIn')).toEqual([{ ...key, id: expect.any(String), code: '271828' }])
  })

  test('an old code is refused in words, and what was typed stays', async () => {
    await open(coming(), owner, { 'meeting.signIn': refuse('code_old') })
    await write('门口屏幕上的 6 位数字', '654321')
    await tap('button', '签到')
    expect(screen.getByText(/签到码每 60 秒换一次/)).toBeTruthy()
    expect((screen.getByLabelText('门口屏幕上的 6 位数字') as HTMLInputElement).value).toBe('654321')
  })

  test('without signal nobody is told that a code will be sent later: the recorder signs for them', async () => {
    await open(coming())
    act(() => phone.setOnline(false))
    await write('门口屏幕上的 6 位数字', '654321')
    await tap('button', '签到')
    expect(screen.getByText('现在没有信号，请找记录人代你签到。')).toBeTruthy()
    expect(screen.queryByText(/待传/)).toBeNull()
  })

  test('homes and area that are there stand against the circle', async () => {
    const presence = {
      people: 19,
      homes: { present: 14, of: 42 },
      areaCentiares: { present: 123_456, of: 420_000 },
    }
    await open(underWay({ presence }), communityWorker)
    expect(screen.getByText('19 人')).toBeTruthy()
    expect(screen.getByText('42 户中到了 14 户')).toBeTruthy()
    expect(screen.getByText('面积 4,200.00 平方米 中到了 1,234.56 平方米')).toBeTruthy()
  })

  test('the recorder signs in homes without a phone, also without signal', async () => {
    const homes = {
      items: [
        { homeId: idOf(5, 501), label: '9栋1单元501', areaCentiares: 8_000, present: true },
        { homeId: idOf(5, 502), label: '9栋1单元502', areaCentiares: 8_000, present: false },
        { homeId: idOf(5, 601), label: '9栋1单元601', areaCentiares: 8_000, present: false },
      ],
    }
    const wire = await open(underWay(), communityWorker, {
      'meeting.homes': homes,
      'meeting.signInFor': ({ id }) => ({ id, presence: noPresence }),
    })
    await tap('button', '代邻居签到')
    await tap('button', '9栋1单元502，代签')
    expect(screen.getByText('9栋1单元502 签到了')).toBeTruthy()
    act(() => phone.setOnline(false))
    await tap('radio', '家人')
    await tap('button', '9栋1单元601，代签')
    expect(screen.getByText('9栋1单元601 记下了，有信号时自动传上去')).toBeTruthy()
    expect(wire.of('meeting.signInFor')).toEqual([
      { ...key, id: expect.any(String), homeId: idOf(5, 502), as: 'owner' },
    ])
    for (const here of ['501', '502', '601'])
      expect(screen.getByRole('button', { name: `9栋1单元${here}，已经签到` })).toBeTruthy()
  })

  test('a sign-in that was a mistake is taken back', async () => {
    const present = [
      {
        attendanceId: idOf(33, 1),
        name: '王阿姨',
        homes: ['9栋1单元701'],
        at: minutesAway(-5),
        byRecorder: true,
      },
    ]
    const wire = await open(underWay({ present }), communityWorker, {
      'meeting.undoSignIn': { presence: noPresence },
    })
    await tap('button', '王阿姨，签错了就撤掉')
    await tap('button', '撤掉这个签到')
    expect(wire.of('meeting.undoSignIn')).toEqual([{ ...key, attendanceId: idOf(33, 1) }])
    expect(screen.getByText('王阿姨的签到撤掉了')).toBeTruthy()
  })

  test('without signal it begins all the same: the phone keeps it, and the minutes can be written', async () => {
    await open(coming({ keeps: true, acts: ['begin', 'signInFor'] }), communityWorker)
    act(() => phone.setOnline(false))
    await tap('button', '开会')
    await tap('button', '现在开始')
    expect(screen.getByText('没有信号，先记在手机里：已经开始。有信号时自动报上去')).toBeTruthy()
    await tap('button', '记纪要')
    expect(phone.stack.at(-1)).toBe(
      `/meeting/write?communityId=${key.communityId}&meetingId=${key.meetingId}`,
    )
  })
})

describe('after', () => {
  test('what was decided comes before everything else', async () => {
    await open(meetingOf({ state: 'held', minutesState: 'published', resolutions: 1 }), owner, {
      'minutes.get': publishedOf(),
    })
    expect(screen.getByText('定了什么')).toBeTruthy()
    expect(screen.getByText('加装一单元楼梯扶手')).toBeTruthy()
    expect(screen.getByText('已办好 11月16日')).toBeTruthy()
    expect(screen.getByText('居民自愿凑 3,600.00 元，已认 1,200.00 元')).toBeTruthy()
    const isBefore =
      screen.getByText('定了什么').compareDocumentPosition(screen.getByText('要议的事，2 件')) &
      Node.DOCUMENT_POSITION_FOLLOWING
    expect(isBefore).toBeTruthy()
    await tap('button', '看纪要，说了什么')
    expect(phone.stack.at(-1)).toContain('/meeting/minutes?')
  })

  test('one that was not held stays, with why', async () => {
    await open(meetingOf({ state: 'notHeld', reason: '到的人太少。' }))
    expect(screen.getByText('这次没有开。原因：到的人太少。')).toBeTruthy()
    expect(screen.queryByText('定了什么')).toBeNull()
  })

  test('its minutes go on being written by those who keep it', async () => {
    await open(meetingOf({ state: 'held', keeps: true, minutesState: 'draft' }), communityWorker, {
      'minutes.get': draftOf(),
    })
    await tap('button', '接着写纪要')
    expect(phone.stack.at(-1)).toContain('/meeting/write?')
  })

  test('a neighbour who was not there is told that the minutes are not out yet', async () => {
    await open(meetingOf({ state: 'held', minutesState: null }))
    expect(screen.getByText(/纪要还没有公布/)).toBeTruthy()
  })
})

test("another community's meeting is not there, and what failed can be tried again", async () => {
  const wire = await open(meetingOf(), owner, { 'meeting.get': refuse('not_found') })
  expect(screen.getByText('没能打开')).toBeTruthy()
  wire.answer({ 'meeting.get': breakDown })
  await tap('button', '再试一次')
  wire.answer({ 'meeting.get': meetingOf() })
  await tap('button', '再试一次')
  expect(screen.getByText('9栋楼宇会')).toBeTruthy()
})

test('what was read is there without signal, and a link without its ids leads to the list', async () => {
  await open(meetingOf())
  phone.setOnline(false)
  await openAs(owner, <One />, at)
  expect(await screen.findByText('没有信号，这是上次看到的内容')).toBeTruthy()
  expect(screen.getByText('9栋楼宇会')).toBeTruthy()
  phone.setOnline(true)
  await openAs(owner, <One />, { at: '/meeting/one' })
  await tap('button', '看会议')
  expect(phone.stack.at(-1)).toBe('/meeting/list')
})

test('more than a few acts are behind one word', async () => {
  await open(
    underWay({ acts: ['change', 'addItem', 'signInFor', 'end', 'move', 'callOff'] }),
    communityWorker,
  )
  await tap('button', '更多')
  const sheet = within(screen.getByRole('dialog', { name: '还可以' }))
  expect(sheet.getByRole('button', { name: '改安排' })).toBeTruthy()
})
