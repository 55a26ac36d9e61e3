import type { HomeKind } from '../../shared/place/modes'

/** One line of a roll, as a community keeps it. */
export interface RollLine {
  building: string
  entrance: string
  number: string
  kind: HomeKind
  area: string
  owner?: string
  phone?: string
}

const floors = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const areas = ['58.60', '63.25', '71.80', '86.50', '92.14']

/** `buildings` × `entrances` × `storeys` × `doors` dwellings. */
function block(buildings: string[], entrances: number, storeys: number, doors: number): RollLine[] {
  return buildings.flatMap((building, b) =>
    floors(entrances).flatMap((entrance) =>
      floors(storeys).flatMap((storey) =>
        floors(doors).map((door) => ({
          building,
          entrance: `${entrance}单元`,
          number: `${storey}0${door}`,
          kind: 'dwelling' as const,
          area: areas[(b + entrance + storey + door) % areas.length]!,
        })),
      ),
    ),
  )
}

const shops = (building: string, count: number): RollLine[] =>
  floors(count).map((n) => ({
    building,
    entrance: '',
    number: `门市${n}`,
    kind: 'shop' as const,
    area: `${18 + (n % 9)}.40`,
  }))

/** 弘运: an old compound of 338 dwellings and 37 shops. */
export const hongyunRoll: RollLine[] = [
  // 336 in even entrances, and the two that were built on top
  ...block(['1栋', '2栋', '3栋', '4栋', '5栋', '6栋', '7栋'], 4, 6, 2),
  { building: '7栋', entrance: '4单元', number: '701', kind: 'dwelling', area: '74.30' },
  { building: '7栋', entrance: '4单元', number: '702', kind: 'dwelling', area: '74.30' },
  ...shops('1栋', 19),
  ...shops('7栋', 18),
]

/** 盐溪桥: nine stand-alone buildings that joined into one compound, with 46 parking spaces. */
export const yanxiBuildings = ['1栋', '2栋', '3栋', '4栋', '5栋', '6栋', '7栋', '8栋', '9栋']
export const yanxiRoll: RollLine[] = block(yanxiBuildings, 2, 7, 2)

/** A compound under trust. */
export const trustRoll: RollLine[] = block(['1栋', '2栋', '3栋', '4栋'], 2, 9, 3)
