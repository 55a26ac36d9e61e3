/** What of the common property is let: a parking space, a spot for advertising, a room or yard. */
export const spaceKinds = ['parking', 'advert', 'venue'] as const
export type SpaceKind = (typeof spaceKinds)[number]
export const spaceStates = ['free', 'let', 'ended'] as const
export type SpaceState = (typeof spaceStates)[number]
export const tariffUnits = ['day', 'month', 'year'] as const
export type TariffUnit = (typeof tariffUnits)[number]

/** Where the money of each kind is booked. */
export const incomeOf = {
  parking: 'income.parking',
  advert: 'income.advert',
  venue: 'income.venue',
} as const satisfies Record<SpaceKind, string>
