import { naturalKey } from '../../shared/kernel/order'
import { dayOf } from '../../shared/kernel/time'
import { cast, demoPhone } from './cast'
import { liveTheCheckins } from './checkins'
import { grant } from './grant'
import { demoSubdistrict, hongyun, hongyunCompound, trustCompound, yanxi, yanxiCompound } from './ids'
import { moveIn } from './moveIn'
import { liveThePatrols } from './patrols'
import { hongyunRoll, type RollLine, trustRoll, yanxiBuildings, yanxiRoll } from './places'
import { takeRollIn } from './roll'
import { demoId, type Stage } from './stage'
import { liveTheWhistles } from './whistles'
import { giveTheWork, nameTheKeepers } from './work'

export {
  demoDistrict,
  demoSubdistrict,
  hongyun,
  hongyunCompound,
  trustCompound,
  yanxi,
  yanxiCompound,
} from './ids'

/** A year of a subdistrict with two communities, told in the order in which it happened. */
export async function liveTheStory(stage: Stage): Promise<void> {
  await openTheSubdistrict(stage)
  await buildTheHouses(stage)
  await takeTheRollsIn(stage)
  await giveTheWork(stage)
  await nameTheKeepers(stage)
  await moveIn(stage)
  await liveTheCheckins(stage)
  await liveTheWhistles(stage, await liveThePatrols(stage))
}

async function openTheSubdistrict(stage: Stage): Promise<void> {
  await grant(
    stage,
    'districtOfficer',
    'subdistrictOfficer',
    'subdistrictOfficer',
    demoSubdistrict.id,
    null,
    399,
  )
  for (const [id, name] of [
    [yanxi, '盐溪社区'],
    [hongyun, '弘运社区'],
  ] as const) {
    await stage.act(
      'subdistrictOfficer',
      'place.addCommunity',
      { subdistrictId: demoSubdistrict.id, id, name },
      stage.daysAgo(390),
    )
  }
  await grant(stage, 'subdistrictOfficer', 'communityWorker', 'communityWorker', yanxi, yanxi, 389)
  await grant(stage, 'subdistrictOfficer', 'secondWorker', 'communityWorker', hongyun, hongyun, 389)
}

const numbered = (stage: string) => `盐溪桥${stage}`

async function buildTheHouses(stage: Stage): Promise<void> {
  const worker = 'communityWorker'
  const began = stage.daysAgo(380)
  // nine stand-alone buildings, each a compound of its own until they join
  for (const building of yanxiBuildings) {
    const id = demoId(numbered(building))
    const from = dayOf(began)
    await stage.act(
      worker,
      'place.addCompound',
      { communityId: yanxi, id, name: numbered(building), management: 'none', from },
      began,
    )
    await stage.act(
      worker,
      'place.addBuilding',
      {
        communityId: yanxi,
        compoundId: id,
        id: demoId(`盐溪 ${building}`),
        name: building,
        entrances: ['1单元', '2单元'],
      },
      began,
    )
  }
  const joined = stage.daysAgo(300)
  await stage.act(
    worker,
    'place.join',
    {
      communityId: yanxi,
      id: yanxiCompound,
      name: '盐溪桥小区',
      management: 'selfManaged',
      from: dayOf(joined),
      compoundIds: yanxiBuildings.map((b) => demoId(numbered(b))),
    },
    joined,
  )
  for (const [name, buildings] of [
    ['第一网格', yanxiBuildings.slice(5)],
    ['第二网格', yanxiBuildings.slice(0, 5)],
  ] as const) {
    const buildingIds = buildings.map((b) => demoId(`盐溪 ${b}`))
    await stage.act(
      worker,
      'place.addGrid',
      { communityId: yanxi, id: demoId(`盐溪${name}`), name, buildingIds },
      stage.daysAgo(298),
    )
  }
  const trust = {
    communityId: yanxi,
    id: trustCompound,
    name: '花溪苑',
    management: 'trust' as const,
    from: dayOf(stage.daysAgo(260)),
  }
  await stage.act(worker, 'place.addCompound', trust, stage.daysAgo(260))
  const old = {
    communityId: hongyun,
    id: hongyunCompound,
    name: '弘运小区',
    management: 'none' as const,
    from: dayOf(began),
  }
  await stage.act('secondWorker', 'place.addCompound', old, began)
}

/** Which of the cast stand on a roll with the number they bound: importing it binds them. */
const onTheRoll: Record<string, [building: string, entrance: string, number: string]> = {
  owner: ['9栋', '1单元', '701'],
  buildingLead: ['9栋', '2单元', '102'],
  neighbour1: ['9栋', '1单元', '102'],
  neighbour2: ['8栋', '2单元', '301'],
  neighbour3: ['1栋', '1单元', '502'],
  neighbour4: ['4栋', '2单元', '601'],
}
const onTheOldRoll: typeof onTheRoll = {
  committeeDirector: ['2栋', '1单元', '201'],
  committeeMember: ['5栋', '3单元', '602'],
  branchSecretary: ['1栋', '2单元', '101'],
  entranceLead: ['1栋', '1单元', '302'],
  partyMember: ['3栋', '2单元', '402'],
  neighbour11: ['1栋', '1单元', '101'],
  neighbour12: ['6栋', '4单元', '501'],
  neighbour13: ['7栋', '1单元', '202'],
}

function withPeople(lines: RollLine[], people: typeof onTheRoll): RollLine[] {
  const at = new Map(Object.entries(people).map(([key, where]) => [where.join(), key]))
  return lines.map((line, i) => {
    const key = at.get([line.building, line.entrance, line.number].join())
    if (key) return { ...line, owner: cast.find((c) => c.key === key)!.name, phone: demoPhone(key) }
    // most of a roll is people who have not come yet; some lines have nobody written down
    return i % 11 === 0 ? line : { ...line, owner: `${line.building}${line.entrance}${line.number}业主` }
  })
}

async function takeTheRollsIn(stage: Stage): Promise<void> {
  const byOrder = (lines: RollLine[]) =>
    [...lines].sort((a, b) =>
      naturalKey(a.building + a.entrance + a.number) < naturalKey(b.building + b.entrance + b.number)
        ? -1
        : 1,
    )
  await takeRollIn(
    stage,
    'secondWorker',
    hongyun,
    hongyunCompound,
    byOrder(withPeople(hongyunRoll, onTheOldRoll)),
    stage.daysAgo(370),
  )
  await takeRollIn(
    stage,
    'communityWorker',
    yanxi,
    yanxiCompound,
    byOrder(withPeople(yanxiRoll, onTheRoll)),
    stage.daysAgo(295),
  )
  await takeRollIn(
    stage,
    'communityWorker',
    yanxi,
    trustCompound,
    byOrder(withPeople(trustRoll, {})),
    stage.daysAgo(255),
  )
}
