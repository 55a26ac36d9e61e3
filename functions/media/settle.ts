import type { PhotoReason, PhotoState } from '../../shared/media/states'
import type { Made } from './keep'

/** What a photo is from now on, by what became of its file. */
export interface Settled {
  state: Exclude<PhotoState, 'opened'>
  refusedFor: PhotoReason | null
  width: number | null
  height: number | null
  madeAt: Date | null
  /** As the record tells it. */
  noted: Record<string, string | number>
}

export const settledBy = (made: Made, now: Date): Settled =>
  'reason' in made
    ? {
        state: 'refused',
        refusedFor: made.reason,
        width: null,
        height: null,
        madeAt: null,
        noted: { state: 'refused', reason: made.reason },
      }
    : { state: 'ready', refusedFor: null, ...made, madeAt: now, noted: { state: 'ready', ...made } }

/** Its values in the order in which the statement takes them. */
export const valuesOf = ({ state, refusedFor, width, height, madeAt }: Settled) => [
  state,
  refusedFor,
  width,
  height,
  madeAt,
]
