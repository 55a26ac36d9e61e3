import type { FindingOutcome, LookOutcome } from '../../../shared/patrol/states'
import type { Category } from '../../../shared/whistle/categories'
import type { PartyKey } from '../whistles/scene'

/** What somebody found so many days ago, at the checkpoint of that number, and what became of it. */
export interface FindingTold {
  plan: string
  days: number
  at: number
  category: Category
  words: string
  outcome: FindingOutcome
  /** The scene of its photos; without, there are none. */
  photo?: string
  /** The one of after never came. */
  lost?: true
  /** Looks at it later, so many days ago. */
  looks?: readonly (readonly [days: number, outcome: LookOutcome])[]
  /** To whom its whistle goes; what was done, hours after it came, and what the finder says of it. */
  party?: PartyKey
  done?: readonly [hours: number, words: string]
  /** Whistled from the desk later, so many days ago. */
  desk?: number
}

const found = (
  plan: string,
  days: number,
  at: number,
  category: Category,
  words: string,
  more: object,
): FindingTold => ({
  plan,
  days,
  at,
  category,
  words,
  outcome: 'watched',
  ...more,
})
const fixed = (
  plan: string,
  days: number,
  at: number,
  category: Category,
  words: string,
  more: object = {},
) => found(plan, days, at, category, words, { outcome: 'fixed', photo: 'refuse', ...more })
const whistled = (
  plan: string,
  days: number,
  at: number,
  category: Category,
  words: string,
  party: PartyKey,
  done?: readonly [number, string],
  more: object = {},
) => found(plan, days, at, category, words, { outcome: 'whistled', party, ...(done && { done }), ...more })

export const findingsTold: readonly FindingTold[] = [
  fixed('盐溪', 262, 0, 'sanitation', '楼道口堆着两袋垃圾'),
  whistled('盐溪', 231, 2, 'water', '地下室的水没过脚面', 'department', [30, '抽干了，换了排水泵'], {
    photo: 'pipe',
  }),
  found('盐溪', 205, 1, 'fire', '消防栓的门关不上', {
    looks: [
      [198, 'still'],
      [191, 'gone'],
    ],
  }),
  found('盐溪', 170, 4, 'sanitation', '化粪池的盖子响', {
    looks: [
      [163, 'still'],
      [156, 'gone'],
    ],
  }),
  whistled('盐溪', 140, 3, 'power', '配电间的门锁坏了，小孩能进去', 'department', [20, '换了新锁']),
  found('盐溪', 96, 0, 'fire', '楼道里充着电瓶车', { looks: [[92, 'gone']] }),
  found('盐溪', 52, 2, 'safety', '地下室的墙上有一道新裂缝', {
    photo: 'crack',
    looks: [
      [45, 'still'],
      [38, 'whistled'],
    ],
    party: 'department',
    done: [46, '看过了，是粉刷层，补好了'],
  }),
  fixed('盐溪', 33, 4, 'sanitation', '化粪池边上的落叶扫掉了', { lost: true }),
  whistled('盐溪', 16, 5, 'safety', '楼顶的避雷带断了一截', 'department', [40, '焊好了']),
  found('盐溪', 9, 3, 'facility', '配电间的灯忽明忽暗', {
    looks: [
      [6, 'still'],
      [2, 'still'],
    ],
  }),
  found('盐溪', 5, 1, 'fire', '消防栓少了一根水带', { desk: 3, party: 'department' }),
  whistled('盐溪', 1, 0, 'facility', '楼道的声控灯一直亮着', 'committee'),
  found('弘运', 300, 0, 'sanitation', '后巷的污水沟有点堵', { looks: [[290, 'gone']] }),
  whistled('弘运', 210, 1, 'safety', '挡土墙下面渗水', 'department', [60, '疏通了泄水孔']),
  found('弘运', 120, 4, 'parking', '车棚里有三辆没人要的车', {
    looks: [
      [112, 'still'],
      [105, 'still'],
      [98, 'gone'],
    ],
  }),
  found('弘运', 20, 3, 'facility', '屋顶门的合页松了', { looks: [[12, 'still']] }),
  whistled('弘运物业', 150, 1, 'water', '水泵房外的总阀一直滴水', 'department', [26, '水务公司换了密封圈']),
  fixed('弘运物业', 40, 0, 'parking', '堵门的三轮车挪走了', { photo: 'lamp' }),
  found('弘运物业', 30, 2, 'power', '配电房的警示牌掉了', {
    looks: [
      [29, 'still'],
      [27, 'gone'],
    ],
  }),
  whistled('弘运物业', 4, 3, 'sanitation', '路边摊的油倒进了下水井', 'department', [
    30,
    '清了油，和摊主谈好了',
  ]),
  found('弘运物业', 2, 1, 'facility', '水泵房的门上生锈', {}),
  found('花溪苑物业', 60, 0, 'greenery', '中心花园的一棵银杏叶子发黄', { looks: [[44, 'still']] }),
]
