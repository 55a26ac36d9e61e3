import { recordActions } from '../../shared/record/actions'
import { type Side, type Stands, sayTitle, sayWhistle } from '../../shared/whistle/says'
import { type StepTold, sayStep } from '../../shared/whistle/saysStep'
import { whistleStates } from '../../shared/whistle/states'

const now = new Date('2026-11-21T01:00:00Z')
const at = (day: string, time: string) => new Date(`2026-${day}T${time}:00+08:00`)
const sides: readonly Side[] = ['reporter', 'community', 'party', 'others']

const stands = (whistle: Partial<Stands> & Pick<Stands, 'state'>): Stands => ({
  nextDueAt: null,
  provisional: false,
  lead: '弘运物业公司',
  disputed: false,
  outcome: null,
  ...whistle,
})
const said = (whistle: Partial<Stands> & Pick<Stands, 'state'>) =>
  sides.map((side) => sayWhistle(stands(whistle), side, now))

describe('where a whistle stands is one plain sentence', () => {
  test.each<[Partial<Stands> & Pick<Stands, 'state'>, string[]]>([
    [
      { state: 'submitted', nextDueAt: at('11-21', '17:00') },
      [
        '社区 今天 17:00 前回复你',
        '等社区受理，今天 17:00 前',
        '等社区受理，今天 17:00 前',
        '等社区受理，今天 17:00 前',
      ],
    ],
    [
      { state: 'needsInfo' },
      [
        '社区想问清楚一件事，请你补充',
        '等居民补充说明，时限先停着',
        '等居民补充说明，时限先停着',
        '等居民补充说明，时限先停着',
      ],
    ],
    [
      { state: 'accepted', nextDueAt: at('11-21', '17:00'), lead: null },
      [
        '社区受理了，今天 17:00 前有人到场',
        '等社区派单，今天 17:00 前要有人到场',
        '社区受理了，今天 17:00 前有人到场',
        '社区受理了，今天 17:00 前有人到场',
      ],
    ],
    [
      { state: 'dispatched', nextDueAt: at('11-22', '10:48') },
      [
        '弘运物业公司 明天 10:48 前到场',
        '弘运物业公司 明天 10:48 前到场',
        '请 明天 10:48 前到场',
        '弘运物业公司 明天 10:48 前到场',
      ],
    ],
    [
      { state: 'dispatched', nextDueAt: at('11-22', '10:48'), disputed: true },
      [
        '弘运物业公司 说不归他们管，社区在协调',
        '弘运物业公司 提出退单，请答复',
        '你们提出了退单，等社区答复',
        '弘运物业公司 提出退单，等社区答复',
      ],
    ],
    [
      { state: 'responded', nextDueAt: at('11-24', '18:00') },
      [
        '弘运物业公司 已到场，11月24日 18:00 前办好',
        '弘运物业公司 已到场，11月24日 18:00 前办好',
        '请 11月24日 18:00 前办好',
        '弘运物业公司 已到场，11月24日 18:00 前办好',
      ],
    ],
    [
      { state: 'reopened', nextDueAt: at('11-24', '18:00') },
      [
        '重新在办，弘运物业公司 11月24日 18:00 前办好',
        '重新在办，弘运物业公司 11月24日 18:00 前办好',
        '居民说还没修好，请 11月24日 18:00 前办好',
        '重新在办，弘运物业公司 11月24日 18:00 前办好',
      ],
    ],
    [
      { state: 'resolved' },
      ['修好了吗？请你说一句', '办好了，等居民评价或社区回访', '办好了，等居民评价', '办好了，等居民评价'],
    ],
    [{ state: 'followedUp', outcome: 'solved' }, Array(4).fill('修好了，已经回访')],
    [{ state: 'closed', outcome: 'solved' }, Array(4).fill('已结束，修好了')],
    [
      { state: 'closed', outcome: 'unanswered' },
      ['已结束，没有等到你的评价', ...Array<string>(3).fill('已结束，没有等到评价')],
    ],
    [{ state: 'rejected' }, Array(4).fill('社区没有受理')],
    [{ state: 'merged' }, Array(4).fill('并到另一件，一起办')],
    [{ state: 'withdrawn' }, ['你撤回了', ...Array<string>(3).fill('居民撤回了')]],
    [{ state: 'tabled' }, Array(4).fill('提交楼宇会商量，时限先停着')],
  ])('%j', (whistle, sentences) => {
    expect(said(whistle)).toEqual(sentences)
  })

  test('once the deadline is over it says so, and who is asked to do something', () => {
    const late = at('11-21', '08:30')
    expect(said({ state: 'submitted', nextDueAt: late })).toEqual([
      '已超过 今天 08:30 的时限，已经提醒社区',
      '已超过 今天 08:30 的时限，请尽快受理',
      '已超过 今天 08:30 的时限，等社区受理',
      '已超过 今天 08:30 的时限，等社区受理',
    ])
    expect(said({ state: 'dispatched', nextDueAt: late })).toEqual([
      '已超过 今天 08:30 的时限，社区在催',
      '已超过 今天 08:30 的时限，弘运物业公司 还没有到场，请催一催',
      '已超过 今天 08:30 的时限，请尽快到场',
      '已超过 今天 08:30 的时限，社区在催',
    ])
    expect(said({ state: 'reopened', nextDueAt: late })[2]).toBe('已超过 今天 08:30 的时限，请尽快办好')
  })

  test('a late dispute is not hidden from the reporter, and still asks the community for its answer', () => {
    expect(
      said({ state: 'dispatched', nextDueAt: at('11-21', '08:30'), disputed: true }).slice(0, 3),
    ).toEqual([
      '已超过 今天 08:30 的时限，社区在催',
      '弘运物业公司 提出退单，请答复',
      '你们提出了退单，等社区答复',
    ])
  })

  test('the very moment of the deadline is late, the one before is not', () => {
    const due = (ms: number) =>
      said({ state: 'submitted', nextDueAt: new Date(now.getTime() + ms) })[0]!.startsWith('已超过')
    expect([due(0), due(1)]).toEqual([true, false])
  })

  test('a deadline over a year without a calendar is called provisional', () => {
    expect(said({ state: 'responded', nextDueAt: at('11-24', '18:00'), provisional: true })[0]).toBe(
      '弘运物业公司 已到场，11月24日 18:00 前办好（暂定）',
    )
  })

  test('every state says something to everybody, with a deadline and without', () => {
    for (const state of whistleStates)
      for (const nextDueAt of [null, at('11-24', '18:00')])
        for (const sentence of said({ state, nextDueAt, lead: null })) {
          expect(sentence.length).toBeGreaterThan(3)
          expect(sentence).not.toMatch(/null|undefined|， |。$/)
        }
  })
})

describe('a title', () => {
  test.each([
    ['一单元楼梯没有扶手。老人下楼很危险', '一单元楼梯没有扶手'],
    ['  \n水管爆了！快来', '水管爆了'],
    [null, '漏水停水'],
    ['！！！', '漏水停水'],
    [
      '一二三四五六七八九十一二三四五六七八九十一二三四五',
      '一二三四五六七八九十一二三四五六七八九十一二三四…',
    ],
    ['😀'.repeat(25), `${'😀'.repeat(24)}…`],
  ])('of %j is %s', (words, title) => {
    expect(sayTitle(words, 'water')).toBe(title)
  })
})

describe('what happened', () => {
  const told = (action: string, step: Partial<StepTold> = {}): StepTold => ({
    action: `whistle.${action}`,
    after: null,
    mine: false,
    party: '弘运物业公司',
    actor: null,
    times: 1,
    ...step,
  })
  const reporter = { by: 'reporter' }
  const community = { by: 'community' }
  const party = { by: 'party' }
  const clock = { by: 'clock' }
  const due = at('11-30', '18:00').getTime() / 1000

  test.each<[StepTold, string, string]>([
    [told('submitted', { mine: true, after: { ...reporter, source: 'resident' } }), '你吹了哨', '你'],
    [told('submitted', { after: { ...reporter, source: 'resident' } }), '居民吹了哨', '居民'],
    [told('submitted', { after: { ...reporter, source: 'patrol' } }), '网格员吹了哨', '网格员'],
    [told('submitted', { after: { ...community, source: 'phone' } }), '社区替居民登记', '社区'],
    [told('joined', { after: reporter, times: 3 }), '又有 3 位邻居遇到', '又有 3 位邻居'],
    [told('joined', { after: reporter, mine: true }), '你也遇到了', '你'],
    [told('joined', { after: community }), '社区把另一件并了进来', '社区'],
    [told('askedBack', { after: community }), '社区想问清楚', '社区'],
    [told('answered', { after: reporter, mine: true }), '你补充了说明', '你'],
    [told('accepted', { after: community }), '社区受理', '社区'],
    [
      told('accepted', { after: community, actor: '盐溪社区干部' }),
      '社区 盐溪社区干部受理',
      '社区 盐溪社区干部',
    ],
    [told('rejected', { after: community }), '社区没有受理', '社区'],
    [told('merged', { after: community }), '社区并到了另一件', '社区'],
    [told('withdrawn', { after: reporter }), '居民撤回了', '居民'],
    [told('dispatched', { after: { ...community, co: 0 } }), '社区派给弘运物业公司', '社区'],
    [told('dispatched', { after: { ...community, co: 2 } }), '社区派给弘运物业公司，2 方协办', '社区'],
    [told('taken', { after: party }), '弘运物业公司有人接下了', '弘运物业公司'],
    [told('taken', { after: { ...party, taken: false } }), '弘运物业公司放回桌上，等人接', '弘运物业公司'],
    [told('handedOn', { after: party }), '弘运物业公司转给了同事', '弘运物业公司'],
    [told('reported', { after: party, party: '城管中队' }), '城管中队报告了进展', '城管中队'],
    [told('disputed', { after: party }), '弘运物业公司提出退单', '弘运物业公司'],
    [told('disputeUpheld', { after: community }), '社区同意退单', '社区'],
    [told('disputeRefused', { after: community }), '社区没有同意退单', '社区'],
    [told('responded', { after: party }), '弘运物业公司到了现场', '弘运物业公司'],
    [told('responded', { after: party, party: null }), '办理单位到了现场', '办理单位'],
    [
      told('extended', { after: { ...party, resolutionDue: due } }),
      '弘运物业公司延到 11月30日 18:00',
      '弘运物业公司',
    ],
    [told('resolved', { after: party, mine: true }), '你办好了', '你'],
    [
      told('followedUp', { after: { ...reporter, outcome: 'half', stars: null } }),
      '居民说：修了一半',
      '居民',
    ],
    [
      told('followedUp', { after: { ...reporter, outcome: 'solved', stars: 5 } }),
      '居民说：修好了，5 颗星',
      '居民',
    ],
    [told('followedUp', { after: { ...community, outcome: 'not' } }), '社区回访：没修好', '社区'],
    [told('reopened', { after: reporter }), '居民说又坏了，重新办', '居民'],
    [
      told('closed', { after: { ...clock, outcome: 'unanswered' } }),
      '系统自动结束：7 天没有等到评价',
      '系统',
    ],
    [told('closed', { after: { ...clock, outcome: 'solved' } }), '系统自动结束', '系统'],
    [told('closed', { after: community }), '社区结束了这件事', '社区'],
    [told('reminded', { after: { ...clock, kind: 'responseHalf' } }), '系统提醒：到场的时间过了一半', '系统'],
    [told('raised', { after: { ...clock, for: 'resolution' } }), '系统上报街道：没有按时办好', '系统'],
    // the second reopening is the reporter's line, but the clock's doing
    [
      told('raised', { after: { ...clock, for: 'reopened' }, mine: true }),
      '系统上报街道：居民第二次说又坏了',
      '系统',
    ],
    [told('surveyed', { after: { ...reporter, answer: 'well' } }), '居民回答：还好', '居民'],
  ])('%j', (step, says, by) => {
    expect(sayStep(step, now)).toEqual({ says, by })
  })

  test('is said for every act of a whistle that is on the record, beginning with who it was', () => {
    const acts = Object.keys(recordActions).filter(
      (a) =>
        a.startsWith('whistle.') && !['whistle.revealed', 'whistle.clockSet', 'whistle.quotaSet'].includes(a),
    )
    expect(acts.length).toBeGreaterThan(25)
    for (const action of acts)
      for (const by of [reporter, community, party, clock]) {
        const step = sayStep(told(action.slice('whistle.'.length), { after: by }), now)
        expect(step.says.startsWith(step.by)).toBe(true)
        expect(step.says).not.toMatch(/undefined|null|whistle\./)
      }
  })

  test('never names the reporter, whoever reads', () => {
    for (const action of ['submitted', 'joined', 'answered', 'followedUp', 'reopened', 'withdrawn'])
      expect(JSON.stringify(sayStep(told(action, { after: reporter, actor: '张三丰' }), now))).not.toContain(
        '张三丰',
      )
  })
})
