import { act, fireEvent, screen } from '@testing-library/react'
import Home from '../../miniprogram/home/index'
import { online } from '../../miniprogram/kernel/network'
import Write from '../../miniprogram/meeting/write'
import { changeBook } from '../../miniprogram/meeting/writing/book'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import Taro, { phone } from '../kernel/taro'
import {
  draftOf,
  entryOf,
  itemOf,
  key,
  type Meeting,
  type Minutes,
  meetingOf,
  minutesAway,
  people,
  resolutionOf,
  underWay,
} from './faces'

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'], now: new Date('2026-11-22T01:15:00Z') })
  newPhone()
})
afterEach(() => {
  newPhone()
  jest.useRealTimers()
})

/** Long enough for the hand to rest, and for what it wrote to go. */
const rest = (seconds = 2) => act(async () => void (await jest.advanceTimersByTimeAsync(seconds * 1000)))

/** Lost or back, as the app hears of it. */
const signal = (is: boolean) =>
  act(() => {
    phone.setOnline(is)
    online.set(is)
  })

/** A server that keeps what is written, and refuses what was written over another text. */
function minutesServer(begun: Minutes = draftOf()) {
  let minutes = begun
  let revision = 1
  const answers: Answers = {
    'meeting.people': people,
    'minutes.get': () => minutes,
    'minutes.write': (input) => {
      const was = minutes.entries.find((e) => e.itemId === input.itemId)
      if (was && was.revision !== input.revision) {
        return refuse('item_changed', undefined, {
          who: '小林',
          revision: was.revision,
          title: was.title,
          words: was.words,
          restricted: was.restricted ?? '',
        })()
      }
      revision += 1
      const entry = {
        itemId: input.itemId,
        place: input.place,
        title: input.title,
        words: input.words,
        restricted: input.restricted ?? null,
        revision,
      }
      minutes = { ...minutes, entries: [...minutes.entries.filter((e) => e !== was), entry] }
      return { itemId: input.itemId, revision }
    },
  }
  return {
    answers,
    words: () => minutes.entries.map((e) => e.words),
    /** Somebody else writes meanwhile. */
    elsewhere(n: number, words: string) {
      revision += 1
      const entries = minutes.entries.map((e) => (e.itemId === itemOf(n) ? { ...e, words, revision } : e))
      minutes = { ...minutes, entries }
    },
  }
}

const at = { at: '/meeting/write', params: key }
const open = (answers: Answers, meeting: Meeting = underWay(), me = communityWorker) =>
  openAs(me, <Write />, { ...at, answers: { 'meeting.get': meeting, ...answers } })
const restart = (answers: Answers = {}) => openAs(communityWorker, <Write />, { ...at, answers })
const said = () => (screen.getByLabelText('说了什么') as HTMLTextAreaElement).value

describe('while people speak', () => {
  test('the agenda stands ready, each item is written in its place and sent when the hand rests', async () => {
    const server = minutesServer()
    const wire = await open(server.answers)
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '老人下楼')
    await write('说了什么', '老人下楼没处抓')
    expect(wire.of('minutes.write')).toEqual([])
    await rest()
    expect(wire.of('minutes.write')).toEqual([
      { ...key, itemId: itemOf(1), revision: 0, place: 10, title: '加装楼梯扶手', words: '老人下楼没处抓' },
    ])
    expect(screen.getByText('写的都传上去了，会一边写一边自动存。')).toBeTruthy()
    await write('说了什么', '老人下楼没处抓，冬天更危险')
    await rest()
    expect(wire.of('minutes.write').map((i) => i.revision)).toEqual([0, 2])
    expect(server.words()).toEqual(['老人下楼没处抓，冬天更危险'])
  })

  test('the next item is one tap away', async () => {
    await open(minutesServer().answers)
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '大家同意')
    await tap('button', '下一条：楼道照明')
    expect(said()).toBe('')
    expect(screen.getByText('三楼的灯坏了两个月')).toBeTruthy()
    expect(screen.getByRole('button', { name: '加装楼梯扶手，待传，写' })).toBeTruthy()
  })

  test('a heading of the usual ones is taken over by one tap, and something of its own can be added', async () => {
    const wire = await open(minutesServer().answers)
    await tap('button', '填上：到会情况')
    expect(screen.getByText('谁到了，谁请假，够不够人数')).toBeTruthy()
    await write('说了什么', '到了 14 户')
    await tap('button', '另记一条')
    await write('说了什么', '有人提到停车')
    expect(screen.getByText('写上标题才能传上去，现在存在这台手机里。')).toBeTruthy()
    await write('这一条叫什么', '停车')
    await rest()
    expect(wire.of('minutes.write').map(({ title, place }) => [title, place])).toEqual([
      ['到会情况', 30],
      ['停车', 40],
    ])
  })

  test('what is not for everybody is written apart', async () => {
    const wire = await open(minutesServer().answers)
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '有一家不同意')
    await tap('button', '有不便公开的，另写')
    await write('不公开的部分', '502 的老人怕挡门')
    await rest()
    expect(wire.of('minutes.write')[0]?.restricted).toBe('502 的老人怕挡门')
  })

  test('an item is taken out only when it is meant', async () => {
    const server = minutesServer(draftOf({ entries: [entryOf(1, '加装楼梯扶手', '大家同意')] }))
    const wire = await open({ ...server.answers, 'minutes.strike': { entries: 0 } })
    await tap('button', '加装楼梯扶手，写')
    await tap('button', '删掉…')
    expect(screen.getByText('“加装楼梯扶手”整条删掉，不能找回来。')).toBeTruthy()
    await tap('button', '不删')
    await tap('button', '删掉…')
    await tap('button', '删掉这一条')
    await rest()
    expect(wire.of('minutes.strike')).toEqual([{ ...key, itemId: itemOf(1), revision: 1 }])
  })

  test('what the server refuses is told by its item, and stays to be mended', async () => {
    const wire = await open({ ...minutesServer().answers, 'minutes.write': refuse('entries_many') })
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '大家同意')
    await rest()
    expect(screen.getByText('一份纪要最多 80 条，请合并一些')).toBeTruthy()
    expect(said()).toBe('大家同意')
    await rest(60)
    expect(wire.of('minutes.write')).toHaveLength(1)
  })
})

describe('without signal', () => {
  test('every stroke is kept on the phone, outlives the app, and goes once when the signal is back', async () => {
    const server = minutesServer()
    await open(server.answers)
    signal(false)
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '老人下楼没处抓')
    await tap('button', '下一条：楼道照明')
    await write('说了什么', '三楼的灯坏了')
    await rest()
    expect(screen.getByText(/没有信号，2 条存在这台手机里，关掉也不会丢/)).toBeTruthy()

    await restart(server.answers)
    expect(screen.getByText(/没有信号，2 条存在这台手机里/)).toBeTruthy()
    await tap('button', '楼道照明，待传，写')
    expect(said()).toBe('三楼的灯坏了')
    await write('说了什么', '三楼的灯坏了两个月')

    const wire = await restart({ ...server.answers, 'meeting.get': underWay() })
    signal(true)
    await rest()
    expect(wire.of('minutes.write').map((i) => i.words)).toEqual(['老人下楼没处抓', '三楼的灯坏了两个月'])
    expect(server.words()).toEqual(['老人下楼没处抓', '三楼的灯坏了两个月'])
    await rest(60)
    expect(wire.of('minutes.write')).toHaveLength(2)
    expect([...phone.storage.keys()].filter((k) => k.includes('draft.minutes'))).toEqual([])
  })

  test('the answer alone was lost: the same text is sent again, and the server answers as it stands', async () => {
    const server = minutesServer()
    const wire = await open(server.answers)
    const far = phone.server
    let isLost = true
    phone.server = async (asked) => {
      if (isLost && asked.url.includes('/entries/')) throw new Error('lost')
      return far(asked)
    }
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '大家同意')
    await rest()
    expect(screen.getByText('1 条存在手机里，正在传……')).toBeTruthy()
    isLost = false
    await rest(16)
    expect(wire.of('minutes.write').map((i) => i.words)).toEqual(['大家同意'])
  })

  test('that it began is told before what was said, and that it ended after it', async () => {
    const server = minutesServer()
    const planned = meetingOf({
      keeps: true,
      startsAt: minutesAway(-5),
      endsAt: minutesAway(55),
      acts: ['begin', 'signInFor'],
    })
    await open(server.answers, planned)
    signal(false)
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '大家同意')
    // as the page of the meeting keeps it
    const [begins, ends] = [Date.now() - 3_600_000, Date.now() - 600_000]
    act(() => void changeBook({ ...key, title: '9栋楼宇会' }, () => ({ begins, ends })))
    const wire = await restart({
      ...server.answers,
      'meeting.get': planned,
      'meeting.begin': { state: 'underWay' },
      'meeting.end': { state: 'held' },
    })
    signal(true)
    await rest()
    const steps = wire.asked.map((a) => a.name).filter((n) => /begin|end$|write/.test(n))
    expect(steps).toEqual(['meeting.begin', 'minutes.write', 'meeting.end'])
    // and how long ago that was, by the phone's own clock
    const ago = [...wire.of('meeting.begin'), ...wire.of('meeting.end')].map((i) => i.secondsAgo ?? 0)
    expect(ago.map((s) => Math.floor(s / 60))).toEqual([60, 10])
  })

  test('the home page leads back to what was not sent, and only its writer sees it', async () => {
    await open(minutesServer().answers)
    signal(false)
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '大家同意')
    await openAs({ ...owner, personId: idOf(9, 88) }, <Home />)
    expect(screen.queryByText('纪要还没传完')).toBeNull()
    await openAs(communityWorker, <Home />)
    await tap('button', '9栋楼宇会的纪要还有 1 条没传上去，去看看')
    expect(phone.stack.at(-1)).toContain('/meeting/write?')
  })

  test('a phone without room says so before anything is lost', async () => {
    await open(minutesServer().answers)
    const { setStorageSync } = Taro
    Taro.setStorageSync = () => {
      throw new Error('full')
    }
    await tap('button', '加装楼梯扶手，还没记，写')
    await write('说了什么', '大家同意')
    expect(screen.getByText(/这台手机存不下了，再写可能会丢/)).toBeTruthy()
    Taro.setStorageSync = setStorageSync
  })
})

describe('two recorders at once', () => {
  const begun = () => minutesServer(draftOf({ entries: [entryOf(1, '加装楼梯扶手', '大家同意')] }))
  /** I write without having seen what the other wrote. */
  async function clash() {
    const server = begun()
    const wire = await open(server.answers)
    await tap('button', '加装楼梯扶手，写')
    server.elsewhere(1, '大家同意，物业来装')
    await write('说了什么', '大家同意，月底前装')
    await rest()
    return { server, wire }
  }

  test('both texts stand beside each other, and nothing is sent until one is chosen', async () => {
    const { server, wire } = await clash()
    expect(screen.getByText('小林刚刚也改了这一条，请看看两边，定用哪个。')).toBeTruthy()
    expect(screen.getByText('大家同意，月底前装')).toBeTruthy()
    expect(screen.getByText('大家同意，物业来装')).toBeTruthy()
    await rest(60)
    expect(wire.of('minutes.write')).toHaveLength(1)
    expect(server.words()).toEqual(['大家同意，物业来装'])
  })

  test('my text, once chosen, is written over theirs knowingly', async () => {
    const { server, wire } = await clash()
    await tap('button', '用我写的')
    await rest()
    expect(wire.of('minutes.write').at(-1)).toMatchObject({ revision: 2, words: '大家同意，月底前装' })
    expect(server.words()).toEqual(['大家同意，月底前装'])
  })

  test('theirs, once chosen, stands, and mine goes', async () => {
    const { server, wire } = await clash()
    await tap('button', '用对方写的')
    await rest()
    expect(wire.of('minutes.write')).toHaveLength(1)
    expect(server.words()).toEqual(['大家同意，物业来装'])
    expect(said()).toBe('大家同意，物业来装')
  })

  test('both may be kept, one after the other', async () => {
    const { server } = await clash()
    await tap('button', '两段都留')
    await rest()
    expect(server.words()).toEqual(['大家同意，物业来装\n大家同意，月底前装'])
  })

  test('the choice outlives the app', async () => {
    const { server } = await clash()
    await restart({ ...server.answers, 'meeting.get': underWay() })
    await tap('button', '加装楼梯扶手，两边写的不一样，写')
    expect(screen.getByText('大家同意，物业来装')).toBeTruthy()
    await tap('button', '用我写的')
    await rest()
    expect(server.words()).toEqual(['大家同意，月底前装'])
  })

  test('what the other took out can be kept as a new item', async () => {
    const server = begun()
    const wire = await open({ ...server.answers, 'minutes.write': refuse('item_struck') })
    await tap('button', '加装楼梯扶手，写')
    await write('说了什么', '大家同意，月底前装')
    await rest()
    expect(screen.getByText(/刚刚被另一位记录人删掉了/)).toBeTruthy()
    wire.answer(server.answers)
    await tap('button', '留着，另记一条')
    await rest()
    const last = wire.of('minutes.write').at(-1)
    expect(last).toMatchObject({ revision: 0, words: '大家同意，月底前装' })
    expect(last?.itemId).not.toBe(itemOf(1))
  })

  test('what the other wrote elsewhere comes by itself', async () => {
    const server = begun()
    await open(server.answers)
    server.elsewhere(1, '大家同意，物业来装')
    await rest(16)
    expect(screen.getByText('大家同意，物业来装')).toBeTruthy()
  })
})

describe('what was decided', () => {
  const decide = async () => {
    await tap('button', '记一条定下来的事')
    await write('定了什么', '加装一单元楼梯扶手')
    await tap('button', '谁来办：选一方，选')
    await tap('radio', '弘运物业公司')
  }

  test('without words or without a party it is not taken', async () => {
    const wire = await open({
      ...minutesServer().answers,
      'resolution.write': ({ id }) => ({ id, revision: 1 }),
    })
    await tap('button', '记一条定下来的事')
    await tap('button', '记下')
    expect(screen.getByText('请写下定了什么')).toBeTruthy()
    expect(screen.getByText('请选由谁来办')).toBeTruthy()
    await rest()
    expect(wire.of('resolution.write')).toEqual([])
  })

  test('neighbours may be asked for money of their own will, in yuan with two decimals', async () => {
    const wire = await open({
      ...minutesServer().answers,
      'resolution.write': ({ id }) => ({ id, revision: 1 }),
    })
    await decide()
    await write('赞成', '14')
    await tap('button', '为哪一件哨：不为哪一件，选')
    await tap('radio', '一单元楼梯没有扶手，9栋 1单元')
    fireEvent.click(screen.getByRole('switch', { name: '请邻居自愿凑钱' }))
    await write('一共要多少元', '3600.005')
    await tap('button', '记下')
    expect(screen.getByText('请写多少元，比如 3600 或 3600.50')).toBeTruthy()
    await write('一共要多少元', '3,600.50')
    await write('一份多少元（可以不写）', '100')
    expect(screen.getByText(/只是口头承诺，不收钱/)).toBeTruthy()
    await tap('button', '记下')
    await rest()
    expect(wire.of('resolution.write')).toEqual([
      {
        ...key,
        id: expect.any(String),
        revision: 0,
        words: '加装一单元楼梯扶手',
        party: { kind: 'property', partyId: idOf(10, 1) },
        dueOn: '2026-12-22',
        itemId: itemOf(1),
        whistleId: idOf(20, 1),
        votes: { for: 14, against: 0, abstained: 0 },
        pledge: { targetFen: 360_050, shareFen: 10_000, until: '2026-12-22' },
      },
    ])
  })

  test('is kept without signal too, and two who wrote it choose', async () => {
    const server = minutesServer(draftOf({ resolutions: [resolutionOf({ pledge: null, whistle: null })] }))
    const wire = await open(server.answers)
    signal(false)
    await tap('button', '加装一单元楼梯扶手，改')
    await write('定了什么', '加装两个单元的扶手')
    await tap('button', '改好了')
    expect(screen.getByText('待传')).toBeTruthy()
    wire.answer({
      'resolution.write': refuse('resolution_changed', undefined, {
        who: '小林',
        revision: 2,
        words: '加装三个单元的扶手',
      }),
    })
    signal(true)
    await rest()
    expect(screen.getByText('小林刚刚也改了这条决议：加装三个单元的扶手')).toBeTruthy()
    wire.answer({ 'resolution.write': ({ id }) => ({ id, revision: 3 }) })
    await tap('button', '用我写的')
    await rest()
    expect(wire.of('resolution.write').at(-1)).toMatchObject({ revision: 2, words: '加装两个单元的扶手' })
  })
})

test('minutes that are signed are read, not written', async () => {
  await open({ ...minutesServer().answers, 'minutes.get': draftOf({ state: 'signed' }) })
  await tap('button', '看纪要')
  expect(phone.stack.at(-1)).toContain('/meeting/minutes?')
})

test('who does not keep the meeting is told who writes', async () => {
  await open(minutesServer().answers, underWay({ keeps: false }), owner)
  expect(screen.getByText('纪要由记录人来写')).toBeTruthy()
  expect(screen.queryByText('另记一条')).toBeNull()
})
