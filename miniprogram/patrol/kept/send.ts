import type { Input } from '../../../shared/contract'
import { sayFindingTitle } from '../../../shared/patrol/says'
import { call, Refusal } from '../../kernel/api'
import { somethingChanged } from '../../kernel/fresh'
import { online } from '../../kernel/network'
import { changePhoto, dropPhotos, photosHere } from '../../kernel/photos/keep'
import { PhotoTrouble, sendPhoto, stopSendingPhotos } from '../../kernel/photos/send'
import { enqueueErrand, goesLater, runErrands, sendWaiting } from '../../kernel/queue'
import { meNow } from '../../kernel/session'
import {
  addToRound,
  changeRound,
  type Entry,
  finishRound,
  forgetRound,
  itemsOf,
  kinds,
  photosLeft,
  type Round,
  roundHere,
  roundsHere,
  unsentOf,
} from './round'
import { sayRoundDay } from './words'

const name = 'round.send'

/** Findings of the longest words, so many of them, stay under what the door takes. */
const entriesAPiece = 50

const gather = (entries: readonly Entry[]): Partial<Input<typeof name>> =>
  Object.fromEntries(
    kinds.flatMap((kind) => {
      const items = entries.filter((entry) => entry.kind === kind).map((entry) => entry.item)
      return items.length > 0 ? [[kind, items]] : []
    }),
  )

/** The next of it that has not arrived; with the last goes the finish. Answers whether the server misses something all the same. */
async function sendPiece(round: Round): Promise<boolean> {
  const { communityId, roundId, planId, versionId, startedAt, sent } = round
  const entries = round.entries.slice(sent, sent + entriesAPiece)
  const upTo = sent + entries.length
  const finish = upTo === round.entries.length ? round.finish : undefined
  const { missing, saysClock } = await call(name, {
    ...{ communityId, roundId, planId, versionId, startedAt, sentAt: new Date().toISOString() },
    ...gather(entries),
    ...(finish && { finish }),
  })
  changeRound(roundId, {
    sent: upTo,
    ...(finish && { finishSent: true }),
    ...(saysClock !== null && { saysClock }),
  })
  somethingChanged()
  return finish !== undefined && missing !== null && kinds.some((kind) => missing[kind] > 0)
}

/** Whose photo it is, for the sentence that says what was wrong with it. */
function placeOf(round: Round, key: string): string {
  const id = photosHere.get()[key]?.id ?? key
  const of = itemsOf(round, 'findings').find((f) => [...(f.before ?? []), ...(f.after ?? [])].includes(id))
  return of ? `“${sayFindingTitle(of.words ?? null, of.category)}”的照片` : '复看的照片'
}

/** One photo; false when no more may go today. */
async function sendOne(round: Round, key: string): Promise<boolean> {
  try {
    changePhoto(key, { named: true })
    await sendPhoto(key, round.communityId)
    dropPhotos([key])
    if (round.saysPhotos !== undefined) changeRound(round.roundId, { saysPhotos: undefined })
  } catch (reason) {
    if (goesLater(reason) || !(reason instanceof Refusal)) throw reason
    if (reason.code === 'photos_a_day') {
      changeRound(round.roundId, { saysPhotos: reason.message })
      return false
    }
    // its file is gone from the phone: the finding says that it never came
    if (reason.code === 'photo_lost') dropPhotos([key])
    else throw new PhotoTrouble(key, placeOf(round, key), reason)
  }
  return true
}

/** What was written down goes first; photos after it, and between two of them whatever was written down meanwhile. */
async function run(roundId: string, isStopped: () => boolean): Promise<boolean> {
  let trouble: PhotoTrouble | undefined
  let isSecondTime = false
  const refused = new Set<string>()
  for (;;) {
    const round = roundHere(roundId)
    if (!round) return true
    if (isStopped()) return false
    if (unsentOf(round) > 0) {
      if (!(await sendPiece(round))) continue
      // it was told all of it and has lost some: told once more from the beginning
      if (isSecondTime) return false
      isSecondTime = true
      changeRound(roundId, { sent: 0, finishSent: false })
      continue
    }
    const key = photosLeft(round).find((photo) => !refused.has(photo))
    if (key === undefined) break
    try {
      if (!(await sendOne(round, key))) return false
    } catch (reason) {
      if (!(reason instanceof PhotoTrouble)) throw reason
      refused.add(key)
      trouble ??= reason
    }
  }
  if (trouble) throw trouble
  if (roundHere(roundId)?.finishSent) forgetRound(roundId)
  return true
}

/** Something of it waits: its line in the queue, and off it goes if there is signal. */
function carry(round: Round): void {
  enqueueErrand(name, round.roundId, `巡查：${round.plan}，${sayRoundDay(round.day)}`)
  if (online.get()) void sendWaiting()
}

/** Kept on the phone and then on its way; false when the phone has no room for it. */
export function keepInRound(roundId: string, entry: Entry, photos: readonly string[] = []): boolean {
  for (const key of photos) changePhoto(key, { named: true })
  if (!addToRound(roundId, entry, photos)) return false
  const round = roundHere(roundId)
  if (round) carry(round)
  return true
}

export function endRound(roundId: string): boolean {
  if (!finishRound(roundId)) return false
  const round = roundHere(roundId)
  if (round) carry(round)
  return true
}

function dropRound(roundId: string): void {
  const round = roundHere(roundId)
  for (const key of round ? photosLeft(round) : []) stopSendingPhotos(key)
  forgetRound(roundId)
}

const isLeft = (round: Round) => unsentOf(round) > 0 || photosLeft(round).length > 0 || round.finishSent

/** Called once when the app starts: whatever it was closed in the middle of goes on. */
export function carryRounds(): void {
  runErrands(name, { run, drop: dropRound })
  const carryAll = () => {
    for (const round of roundsHere()) if (isLeft(round)) carry(round)
  }
  carryAll()
  let whose = meNow.get()?.personId
  meNow.listen(() => {
    const me = meNow.get()?.personId
    if (me !== whose) carryAll()
    whose = me
  })
}
