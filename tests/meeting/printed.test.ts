import { randomUUID } from 'node:crypto'
import { type At, type MeetingHouse, openMeetingHouse } from './house'
import { openDocx } from './openDocx'

let house: MeetingHouse
let at: At
beforeAll(async () => {
  house = await openMeetingHouse()
  const { api, tokens, places } = house
  at = await house.bring('underWay')
  for (const who of ['resident', 'owner', 'renter'] as const) await house.signIn(at, tokens[who])
  for (const name of ['施工队', '隔壁楼的'])
    await api.get(tokens.worker, 'meeting.signInFor', { ...at, id: randomUUID(), name, as: 'guest' })
  await house.write(at, {
    place: 1,
    title: '事情的经过',
    words: '楼梯没有扶手 <一至六层>。\n冬天更危险 & 没处抓。',
    restricted: '502 的老人身体不好。',
  })
  await house.write(at, { place: 2, title: '商定的办法', words: '邻居凑钱，三方各做一份。' })
  const said = { party: { kind: 'residents' as const, partyId: places.building.id }, dueOn: '2026-12-20' }
  const pledge = { targetFen: 480_000, shareFen: 96_000, until: '2026-12-05' }
  await house.resolve(at, {
    ...said,
    words: '自愿凑钱加装扶手',
    votes: { for: 4, against: 0, abstained: 1 },
    pledge,
  })
  house.later(0.1)
  const property = { kind: 'property' as const, partyId: places.propertyCompany.id }
  await house.resolve(at, { ...said, party: property, words: '量好尺寸，装好保修', votes: undefined })
  house.later(1.4)
  await api.get(tokens.worker, 'meeting.end', at)
})
afterAll(() => house.api.close())

const printed = async (who: keyof MeetingHouse['tokens']) => {
  const { fileName, base64 } = await house.api.get(house.tokens[who], 'minutes.print', at)
  return { fileName, ...openDocx(base64) }
}

test('a draft says that it is one, and has no proof beneath it', async () => {
  const { fileName, lines, foot } = await printed('worker')
  expect(fileName).toBe('弘运小区1栋楼宇会纪要.docx')
  expect(lines.slice(0, 2)).toEqual(['弘运小区1栋楼宇会纪要', '（草稿，还没有公布）'])
  expect(lines.filter((l) => l.includes('签字'))).toEqual([
    '主持人（签字）：____________  ',
    '记录人（签字）：____________  ',
  ])
  expect(foot).toBe('— PAGE —')
})

describe('published', () => {
  beforeAll(async () => {
    const { api, tokens } = house
    await house.bringMinutes('published', at)
    await api.get(tokens.worker, 'minutes.correct', { ...at, id: randomUUID(), words: '保修是三年。' })
    const objectionId = randomUUID()
    await api.get(tokens.resident, 'minutes.object', { ...at, id: objectionId, words: '我没有这样说。' })
    await api.get(tokens.worker, 'minutes.answerObjection', { ...at, objectionId, words: '录音里有。' })
  })

  const decided = [
    '会议决议',
    '1. 自愿凑钱加装扶手',
    '承办：1栋居民；2026年12月20日 前办完',
    '表决：赞成 4，反对 0，弃权 1',
    '居民自愿认款，目标 4,800.00 元，2026年12月5日 截止',
    '2. 量好尺寸，装好保修',
    '承办：弘运物业公司；2026年12月20日 前办完',
    '主持人（签字）：____________  2026年11月26日 11:30 线上签',
    '记录人（签字）：____________  2026年11月26日 11:30 线上签',
    '公布以后',
    '2026年11月26日 更正：保修是三年。',
    '住户异议：我没有这样说。',
    '答复：录音里有。',
  ]

  test('for who was there: heading, number, time, place, chair, recorder, present, absent, items, resolutions, signatures', async () => {
    const { fileName, lines } = await printed('resident')
    expect(fileName).toBe('弘运小区1栋楼宇会纪要〔2026〕第1号.docx')
    expect(lines).toEqual([
      '弘运小区1栋楼宇会纪要',
      '〔2026〕第1号',
      '会议 | 楼宇会',
      '时间 | 2026年11月24日 10:00 至 11:30',
      '地点 | 1栋门前',
      '主持 | buildingLead（楼栋长）',
      '记录 | worker（社区工作者）',
      '参加范围 | 1栋',
      '出席 | 5 人，4 户；面积 241.00 / 321.00 平方米\n101、201、202、301、列席 2 人',
      '缺席 | 1 户\n102',
      '一、事情的经过',
      '楼梯没有扶手 <一至六层>。',
      '冬天更危险 & 没处抓。',
      '（以下不公开）',
      '502 的老人身体不好。',
      '二、商定的办法',
      '邻居凑钱，三方各做一份。',
      ...decided,
    ])
  })

  test('for another building: the same without a home, a name or what is not for publishing; and the hash beneath every page', async () => {
    const { lines, foot } = await printed('nextDoor')
    expect(lines.slice(5, 10)).toEqual([
      '主持 | 楼栋长',
      '记录 | 社区工作者',
      '参加范围 | 1栋',
      '出席 | 5 人，4 户；面积 241.00 / 321.00 平方米',
      '缺席 | 1 户',
    ])
    expect(lines.join('\n')).not.toMatch(/502|不公开|buildingLead|worker/)
    expect(lines.slice(-decided.length)).toEqual(decided)
    const { hash } = await house.api.get(house.tokens.nextDoor, 'minutes.export', at)
    expect(foot).toBe(`— PAGE —公布原文 SHA-256：${hash}`)
  })
})
