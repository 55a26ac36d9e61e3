import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import type { CheckinHouse } from './house'

export const spot = { lat: 29.97, lng: 106.27 }

/** Tasks of the community, made by its worker and taken by whoever has checked in. */
export function tasksOf(house: CheckinHouse) {
  const task = (more: Partial<Input<'task.add'>> = {}): Input<'task.add'> => ({
    communityId: house.ids.here,
    id: randomUUID(),
    kind: 'post',
    title: '楼道守望',
    skills: [],
    times: [],
    places: 2,
    by: 'first',
    at: spot,
    ...more,
  })
  const add = async (more: Partial<Input<'task.add'>> = {}) => {
    const sent = task(more)
    await house.api.get(house.tokens.worker, 'task.add', sent)
    return { communityId: sent.communityId, taskId: sent.id }
  }
  const take = async (of: { communityId: string; taskId: string }, token = house.tokens.member) => {
    const id = randomUUID()
    await house.api.get(token, 'task.take', { ...of, id })
    return { communityId: of.communityId, takingId: id }
  }
  return { task, add, take }
}
