import { useEffect, useState } from 'react'
import type { Input } from '../../../shared/contract'
import {
  type Category,
  type Emergency,
  emergencyOf,
  guessCategory,
  guessUrgency,
  type Urgency,
} from '../../../shared/whistle/categories'
import { dropDraft, keepDraft, readDraft } from '../../kernel/draft'
import { dropPhotos, photoOf } from '../../kernel/photos'
import type { Place } from './place'

export const draftName = 'whistle'

/** What somebody has filled in; what they left open is guessed. */
export interface Report {
  place?: Place
  /** A few words for the spot: 楼梯, 地下车库. */
  spot: string
  pin?: { lat: number; lng: number; name: string }
  words: string
  category?: Category
  urgency?: Urgency
  anonymous: boolean
  photos: readonly string[]
}

const blank: Report = { spot: '', words: '', anonymous: true, photos: [] }
const isBegun = ({ words, photos }: Report): boolean => words.trim() !== '' || photos.length > 0

/** From what was left unsent; a place that the page was opened with goes before the one from then. */
function begin(given: Place | undefined): Report {
  const kept = { ...blank, ...readDraft<Report>(draftName) }
  const photos = kept.photos.filter((key) => photoOf(key))
  if (!given) return { ...kept, photos }
  const isSame = kept.place?.buildingId === given.buildingId && kept.place?.entranceId === given.entranceId
  return { ...kept, photos, place: given, ...(isSame ? {} : { spot: '', pin: undefined }) }
}

export function useReport(given: Place | undefined) {
  const [report, setReport] = useState(() => begin(given))
  const [isFromBefore, setFromBefore] = useState(() => isBegun(report))
  useEffect(() => {
    if (isBegun(report)) keepDraft(draftName, report)
    else dropDraft(draftName)
  }, [report])
  return {
    report,
    change: (changes: Partial<Report>) => setReport((was) => ({ ...was, ...changes })),
    changePhotos: (next: (was: readonly string[]) => readonly string[]) =>
      setReport((was) => ({ ...was, photos: next(was.photos) })),
    /** What is written was there when the page opened. */
    isFromBefore: isFromBefore && isBegun(report),
    clear() {
      dropPhotos(report.photos)
      setFromBefore(false)
      setReport({ ...blank, place: report.place })
    },
  }
}

export interface Judged {
  category: Category
  /** By which word; undefined where the person said it. */
  because?: string
  urgency: Urgency
  emergency?: Emergency
}

/** What it is about and how pressing, as far as the words tell and nobody has said otherwise. */
export function judge({ words, category: chosen, urgency }: Report): Judged {
  const guess = chosen ? undefined : guessCategory(words)
  const category = chosen ?? guess?.category ?? 'other'
  return {
    category,
    because: guess?.because,
    urgency: urgency ?? guessUrgency(words, category),
    emergency: emergencyOf(words, category),
  }
}

/** As it is sent. */
export function inputOf(
  report: Report,
  place: Place,
  { category, urgency }: Judged,
): Omit<Input<'whistle.submit'>, 'id' | 'photoIds'> {
  const { communityId = '', compoundId = '', buildingId, entranceId } = place
  const spot = report.spot.trim()
  const words = report.words.trim()
  return {
    communityId,
    compoundId,
    ...(buildingId && { buildingId }),
    ...(entranceId && { entranceId }),
    ...(spot && { spot }),
    ...(report.pin && { pin: { lat: report.pin.lat, lng: report.pin.lng } }),
    category,
    urgency,
    ...(words && { words }),
    anonymous: report.anonymous,
  }
}

/** What it is called while it waits to be sent. */
export const labelOf = (report: Report, place: Place, title: string): string =>
  `吹哨：${report.words.trim().slice(0, 20) || title}（${[place.building, place.entrance].filter(Boolean).join(' ') || place.compound || '已选地方'}）`
