import { actsOpenTo } from '../../shared/resolution/policy'
import { read } from '../kernel/verb'
import { picturesOf } from '../media/keep'
import { factsOf, showResolution } from './face'
import { aroundResolution, type PhotoRow, photosOf, progressOf, resolutionById } from './queries'
import { placeOf } from './standing'

const showPhoto = async (p: PhotoRow, now: Date) => ({
  photoId: p.photo_id,
  when: 'after' as const,
  ...(p.open_to_me ? await picturesOf(p.file_key, now) : { thumb: null, whole: null }),
  released: p.released,
})

export const getResolution = read('resolution.get', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.resolutionId]
    const [[resolution], [around], progress, photos] = await Promise.all([
      resolutionById(tx, key),
      aroundResolution(tx, key),
      progressOf(tx, key),
      photosOf(tx, key),
    ])
    return resolution && around && { resolution, around, progress, photos }
  },
  place: placeOf,
  async answer({ loaded, caller, now }) {
    const { resolution: r, around, progress, photos } = loaded
    return {
      ...showResolution(r, now),
      progress: await Promise.all(
        progress.map(async (p) => ({
          progressId: p.id,
          at: p.at.toISOString(),
          kind: p.kind,
          by: p.by_party ? r.party_name : '社区',
          words: p.words,
          photos: await Promise.all(
            photos.filter((f) => f.progress_id === p.id).map((f) => showPhoto(f, now)),
          ),
        })),
      ),
      acts: actsOpenTo(caller, factsOf(r, around)),
      mayPledge: r.target_fen !== null && r.state !== 'dropped',
    }
  },
})
