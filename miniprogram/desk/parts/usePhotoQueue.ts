import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Verdict } from '../../../shared/media/states'
import { useAct } from '../../kernel/act'
import { type Listed, useList } from '../../kernel/load'
import { Refusal, type Said } from '../../kernel/refused'

export type PhotoToCheck = Output<'media.queue'>['items'][number]

export interface PhotoQueue {
  list: Listed<PhotoToCheck>
  /** The one in hand; undefined while more is read, or when all are done. */
  photo: PhotoToCheck | undefined
  waiting: number
  /** What was decided a moment ago, and can be taken back. */
  last: { photoId: string; verdict: Verdict } | undefined
  note: string | undefined
  busy: boolean
  refusal: Said | undefined
  decide(verdict: Verdict): Promise<void>
  takeBack(): Promise<void>
  /** Later: the others come first. */
  skip(): void
}

const fewLeft = 3
const other: Record<Verdict, Verdict> = { release: 'withhold', withhold: 'release' }

/** The photos that wait, one in hand; the next comes by itself, and more are read before they run out. */
export function usePhotoQueue(communityId: string): PhotoQueue {
  const list = useList('media.queue', { communityId })
  const check = useAct('media.check')
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [later, setLater] = useState<readonly string[]>([])
  const [last, setLast] = useState<PhotoQueue['last']>()
  const [note, setNote] = useState<string>()

  const left = list.items.filter((p) => !gone.has(p.photoId))
  const order = [
    ...left.filter((p) => !later.includes(p.photoId)),
    ...later.flatMap((id) => left.filter((p) => p.photoId === id)),
  ]
  const photo = order[0]
  const { done, more } = list
  const runsOut = list.state === 'ready' && left.length <= fewLeft && !done
  useEffect(() => {
    if (runsOut) more()
  }, [runsOut, more])

  const leave = (photoId: string) => setGone((was) => new Set([...was, photoId]))

  const say = async (photoId: string, verdict: Verdict) => {
    setNote(undefined)
    const answer = await check.run({ communityId, photoId, verdict }, (said) => {
      // another worker was faster, or it is no longer there: the next one
      const over = said instanceof Refusal && (said.status === 409 || said.status === 404)
      if (over) {
        leave(photoId)
        setLast(undefined)
        setNote(said.message)
      }
      return over
    })
    if (!answer) return
    leave(photoId)
    setLast({ photoId, verdict })
  }
  return {
    list,
    photo,
    waiting: Math.max(left.length, (list.first?.waiting ?? 0) - (list.items.length - left.length)),
    last,
    note,
    busy: check.busy,
    refusal: check.refusal,
    decide: async (verdict) => {
      if (photo) await say(photo.photoId, verdict)
    },
    takeBack: async () => {
      if (last) await say(last.photoId, other[last.verdict])
    },
    skip: () => {
      if (photo) setLater((was) => [...was.filter((id) => id !== photo.photoId), photo.photoId])
    },
  }
}
