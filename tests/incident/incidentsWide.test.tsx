import '../kernel/screens/inBrowser'
import { act, fireEvent, screen } from '@testing-library/react'
import Incidents from '../../miniprogram/desk/incidents'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf } from '../kernel/screens/people'
import { cut, face, page } from './cases'

const second = { incidentId: idOf(21, 2), title: '9栋电梯检修' }
const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }))

beforeEach(newPhone)

test('on a wide screen the first one stands open beside the list, and the keys open the next', async () => {
  await openAs(communityWorker, <Incidents />, {
    at: '/desk/incidents',
    answers: {
      'incident.list': page(face(), face(second)),
      'incident.get': ({ incidentId }) => (incidentId === second.incidentId ? cut(second) : cut()),
    },
  })
  expect(await screen.findByText('盐溪桥小区（整个小区） · 漏水停水')).toBeTruthy()
  expect(screen.getAllByText('全小区停水')).toHaveLength(2)
  for (const key of ['j', 'j', 'Enter']) await press(key)
  expect(await screen.findAllByText('9栋电梯检修')).toHaveLength(2)
})
