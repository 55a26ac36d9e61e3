import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, page } from '../kernel/fields'
import { checkStates, photoStates, photoTypes, verdicts } from './states'

/** A larger file is refused before it is read. */
export const photoBytes = 10 * 1024 * 1024

export const photoView = z.object({
  photoId: id,
  state: z.enum(photoStates),
  checkState: z.enum(checkStates),
  openedAt: instant,
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  /** Addresses that hold for a quarter of an hour at least; one that begins with `/` is of the house's own host. */
  thumb: z.nullable(z.string()),
  whole: z.nullable(z.string()),
  /** Why it was refused. */
  says: z.nullable(z.string()),
})

const ofOne = z.strictObject({ communityId: id, photoId: id })

export const media = {
  /** Opens a photo and answers where its file goes, and until when. */
  'media.upload': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/photos',
    input: z.strictObject({
      communityId: id,
      id,
      bytes: z.int().check(z.minimum(1), z.maximum(photoBytes, '照片最大 10 MB')),
      contentType: z.enum(photoTypes),
    }),
    output: z.object({ id, url: z.string(), fields: z.record(z.string(), z.string()) }),
    refusals: ['id_taken', 'photos_a_day'],
  }),
  /** The file is up: it is looked at and made into pictures, once. */
  'media.finish': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/photos/{photoId}/finish',
    input: ofOne,
    output: photoView,
    refusals: ['photo_not_there'],
  }),
  'media.get': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/photos/{photoId}',
    input: ofOne,
    output: photoView,
  }),
  /** Those that wait to be looked at, oldest first, and how many they are. */
  'media.queue': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/photos',
    input: z.strictObject({ communityId: id, after: z.optional(cursor) }),
    output: z.extend(page(photoView), { waiting: z.int() }),
  }),
  /** Shown to others or not; either can be taken back. */
  'media.check': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/photos/{photoId}/check',
    input: z.strictObject({ communityId: id, photoId: id, verdict: z.enum(verdicts) }),
    output: z.object({ checkState: z.enum(checkStates) }),
    refusals: ['photo_not_there', 'photo_checked'],
  }),
}
