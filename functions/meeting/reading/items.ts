import type { Output } from '../../../shared/contract'
import { sayTitle } from '../../../shared/whistle/says'
import { picturesOf } from '../../media/keep'
import type { ItemRow, ItemWhistleRow, PaperRow } from '../agenda/queries'

type Item = Output<'meeting.get'>['items'][number]

const showPaper = async (p: PaperRow, now: Date): Promise<Item['papers'][number]> => ({
  photoId: p.photo_id,
  when: 'before',
  ...(p.open_to_me ? await picturesOf(p.file_key, now) : { thumb: null, whole: null }),
  released: p.released,
})

/** The agenda, with the whistles and papers of each item. */
export const showItems = (
  items: readonly ItemRow[],
  whistles: readonly ItemWhistleRow[],
  papers: readonly PaperRow[],
  now: Date,
): Promise<Item[]> =>
  Promise.all(
    items.map(async (item) => ({
      itemId: item.id,
      title: item.title,
      words: item.words,
      minutes: item.minutes,
      owners: item.owners,
      resolutionId: item.resolution_id,
      whistles: whistles
        .filter((w) => w.item_id === item.id)
        .map((w) => ({
          whistleId: w.whistle_id,
          title: sayTitle(w.words, w.category),
          place: w.place,
          state: w.state,
          tabled: w.tabled,
        })),
      papers: await Promise.all(papers.filter((p) => p.item_id === item.id).map((p) => showPaper(p, now))),
    })),
  )
