import { screen } from '@testing-library/react'
import Scan from '../../miniprogram/dwelling/scan'
import { camera } from '../kernel/camera'
import { openAs } from '../kernel/screens/open'
import { bridge, door1, house9, idOf, newcomer, owner, salt } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { phone } from '../kernel/taro'
import { communityId, freshPhone, openNew, scanned, spot } from './newWhistle'

beforeEach(freshPhone)
afterEach(() => jest.useRealTimers())

describe('three taps', () => {
  test('from the code at the entrance: whistle here, a phrase, send', async () => {
    await openAs(owner, <Scan />, {
      at: '/dwelling/scan',
      params: { code: 'abcdefgh12345678' },
      answers: { 'place.scan': scanned },
    })
    await tap('button', /^在这里吹哨/)
    const address = phone.stack.at(-1) ?? ''
    expect(address.split('?')[0]).toBe('/whistle/new')

    const wire = await openNew({}, Object.fromEntries(new URLSearchParams(address.split('?')[1])))
    await tap('radio', '灯坏了')
    await tap('button', '吹哨')
    expect(wire.of('whistle.submit')).toMatchObject([
      {
        communityId,
        compoundId: bridge.compoundId,
        buildingId: house9.buildingId,
        entranceId: door1.entranceId,
        category: 'facility',
        urgency: 'ordinary',
        words: '灯坏了',
        anonymous: true,
      },
    ])
  })

  test('afterwards it is said by when the community answers, and it leads to the whistle', async () => {
    const wire = await openNew({}, spot)
    await tap('radio', '漏水了')
    await tap('button', '吹哨')
    expect(screen.getByText('社区 今天 17:00 前回复你')).toBeTruthy()
    await tap('button', '看这件事的进展')
    const [sent] = wire.of('whistle.submit')
    expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${communityId}&whistleId=${sent?.id}`)
  })

  test('somebody new, who lives nowhere yet, may whistle with words; photos come once they are known', async () => {
    const wire = await openNew({}, spot, newcomer)
    expect(screen.getByText(/认领了这里的家，才能传照片/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '拍照或选照片' })).toBeNull()
    await tap('radio', '井盖松了')
    await tap('button', '吹哨')
    expect(wire.of('whistle.submit')).toHaveLength(1)
  })
})

describe('what it says', () => {
  test('without photo and words nothing is sent, and the sentence says what to do', async () => {
    const wire = await openNew()
    await tap('button', '吹哨')
    expect(screen.getByText('请拍一张照片，或者写几个字')).toBeTruthy()
    expect(wire.of('whistle.submit')).toHaveLength(0)
  })

  test('the category is guessed from the words, is said to be, and can be changed', async () => {
    const wire = await openNew()
    await write('怎么了', '楼梯扶手松了，老人下楼很危险')
    await tap('button', '哪一类，安全隐患，按文字猜的，改')
    await tap('radio', '设施设备')
    expect(screen.getByRole('button', { name: '哪一类，设施设备，改' })).toBeTruthy()
    await tap('button', '急不急，一般，改')
    await tap('radio', /^复杂/)
    await tap('button', '别人看得到我吗，看不到，改')
    await tap('radio', /^看得到/)
    await tap('button', '吹哨')
    expect(wire.of('whistle.submit')).toMatchObject([
      { category: 'facility', urgency: 'complex', anonymous: false },
    ])
  })

  test('in an emergency whom to phone stands above everything, one tap away, also after sending', async () => {
    await openNew()
    await write('怎么了', '电梯停了，里面有人被困')
    const alert = screen.getByText(/按轿厢里的报警铃/)
    expect(alert.compareDocumentPosition(screen.getByLabelText('怎么了'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
    await tap('button', '打电话 96333')
    expect(camera.called).toEqual(['96333'])
    expect(screen.getByRole('button', { name: '急不急，危急，按文字猜的，改' })).toBeTruthy()
    await tap('button', '吹哨')
    expect(screen.getByRole('button', { name: '打电话 96333' })).toBeTruthy()
  })
})

describe('where it is', () => {
  test('without a code it is my own building', async () => {
    const wire = await openNew()
    expect(screen.getByRole('button', { name: '在哪，9栋，改' })).toBeTruthy()
    await tap('radio', '灯坏了')
    await tap('button', '吹哨')
    const [sent] = wire.of('whistle.submit')
    expect(sent).toMatchObject({ compoundId: bridge.compoundId, buildingId: house9.buildingId })
    expect(sent).not.toHaveProperty('entranceId')
  })

  test('another building is picked, and a few words for the spot go with it', async () => {
    const wire = await openNew({
      'place.directory': ({ level }) => ({
        items: [
          level === 'building'
            ? { id: idOf(3, 8), communityId, name: '8栋', under: '' }
            : { id: idOf(4, 8), communityId, name: '2单元', under: '' },
        ],
      }),
    })
    await tap('button', '在哪，9栋，改')
    await tap('button', '9栋，改选')
    await tap('button', '8栋')
    await tap('button', '2单元')
    await tap('radio', '地下车库')
    await write('自己写（可以不写）', '地下车库入口')
    await tap('button', '好了')
    expect(screen.getByRole('button', { name: '在哪，8栋 2单元 · 地下车库入口，改' })).toBeTruthy()
    await tap('radio', '灯坏了')
    await tap('button', '吹哨')
    expect(wire.of('whistle.submit')).toMatchObject([
      { buildingId: idOf(3, 8), entranceId: idOf(4, 8), spot: '地下车库入口' },
    ])
  })

  test('what belongs to no building is whistled for the compound', async () => {
    const wire = await openNew({ 'place.directory': { items: [] } })
    await tap('button', '在哪，9栋，改')
    await tap('button', '9栋，改选')
    await tap('button', '不在哪一栋，是小区里的地方')
    await tap('button', '好了')
    await tap('radio', '垃圾没人清')
    await tap('button', '吹哨')
    const [sent] = wire.of('whistle.submit')
    expect(sent).toMatchObject({ compoundId: bridge.compoundId })
    expect(sent).not.toHaveProperty('buildingId')
  })

  test('a pin on the map goes along; refused, the building is enough', async () => {
    const wire = await openNew()
    await tap('button', '在哪，9栋，改')
    camera.placeRefused = 'chooseLocation:fail auth deny'
    await tap('button', '在地图上指一下')
    expect(screen.getByText(/没有允许看位置，不要紧/)).toBeTruthy()
    camera.place = { latitude: 29.9, longitude: 106.2, name: '盐溪桥', address: '' }
    await tap('button', '在地图上指一下')
    await tap('button', '好了')
    await tap('radio', '灯坏了')
    await tap('button', '吹哨')
    expect(wire.of('whistle.submit')).toMatchObject([
      { buildingId: house9.buildingId, pin: { lat: 29.9, lng: 106.2 } },
    ])
  })

  test('whoever lives nowhere is asked where it is when they send', async () => {
    const wire = await openNew(
      {
        'place.directory': { items: [{ id: communityId, communityId, name: salt.name, under: '江畔街道' }] },
      },
      {},
      newcomer,
    )
    await tap('radio', '灯坏了')
    await tap('button', '吹哨')
    expect(screen.getByText('在哪个社区')).toBeTruthy()
    expect(wire.of('whistle.submit')).toHaveLength(0)
  })
})
