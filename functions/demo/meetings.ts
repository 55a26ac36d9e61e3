import { hongyun, hongyunCompound } from './ids'
import { courtyardStories, laundryWhistle } from './meetings/courtyard'
import type { Moment } from './meetings/meet'
import { railingStory, railingWhistle } from './meetings/railing'
import { gateWhistle, rhythmStories } from './meetings/rhythm'
import type { Stage } from './stage'

/** Whistles that are taken to a meeting. */
export const tabledWhistles = [railingWhistle, laundryWhistle, gateWhistle]

/** Meetings of both communities, before, while and after they are held. */
export async function meetings(stage: Stage): Promise<Moment[]> {
  const { compounds } = await stage.act('secondWorker', 'place.tree', { communityId: hongyun })
  const { buildings } = compounds.find((c) => c.compoundId === hongyunCompound)!
  const building = buildings.find((b) => b.name === '1栋')!.buildingId
  const { items: homes } = await stage.act('secondWorker', 'home.list', {
    communityId: hongyun,
    find: '1栋1单元',
  })
  return [...railingStory(stage, { building, homes }), ...courtyardStories(stage), ...rhythmStories(stage)]
}

/** When the scheduler has something to say of them: before a meeting, after one, and when something is due. */
export const tickedForMeetings = (stage: Stage): Date[] => [
  stage.daysAgo(32, 8),
  stage.daysAgo(27, 8),
  stage.daysAgo(24, 8),
  stage.daysAgo(16, 8),
]
