import { useEffect, useState } from 'react'
import { useOnline } from '../network'
import { useStore } from '../store'
import { choosePhotos } from './choose'
import { addressHere, dropPhotos, photoOf, photosHere } from './keep'
import { howFar, isSending, sendPhoto, stopSendingPhotos } from './send'

export interface Tile {
  key: string
  address?: string
  state: 'waits' | 'sending' | 'sent' | 'failed' | 'offline'
  percent: number
}

export interface Photos {
  tiles: Tile[]
  /** How many more may be added. */
  left: number
  /** What went wrong with choosing or sending, as a sentence. */
  says?: string
  add(): Promise<void>
  retry(key: string): void
  remove(key: string): void
}

const send = (key: string, communityId: string) => {
  // what was wrong stands on its tile
  sendPhoto(key, communityId).catch(() => {})
}

/** Photos of a form: chosen, kept, and on their way as soon as it is known to which community they go. */
export function usePhotos({
  communityId,
  keys,
  change,
  most,
}: {
  communityId: string | undefined
  keys: readonly string[]
  change: (next: (was: readonly string[]) => readonly string[]) => void
  most: number
}): Photos {
  const all = useStore(photosHere)
  const how = useStore(howFar)
  const isOnline = useOnline()
  const [says, say] = useState<string>()
  const isSent = (key: string) => all[key]?.sent === true && all[key]?.communityId === communityId
  const list = keys.join()

  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed is tried again by the person, or by the signal
  useEffect(() => {
    if (communityId === undefined || !isOnline) return
    for (const key of list.split(',').filter((k) => photoOf(k))) {
      const now = howFar.get()[key]
      const waits = now === undefined || ('failed' in now && now.offline)
      if (!isSent(key) && !isSending(key) && waits) send(key, communityId)
    }
  }, [list, communityId, isOnline])

  const tileOf = (key: string): Tile => {
    const now = how[key]
    const tile = { key, address: addressHere(key), percent: now && 'percent' in now ? now.percent : 0 }
    if (now && 'percent' in now) return { ...tile, state: 'sending' }
    if (isSent(key)) return { ...tile, state: 'sent' }
    if (now) return { ...tile, state: now.offline ? 'offline' : 'failed' }
    return { ...tile, state: isOnline ? 'waits' : 'offline' }
  }
  const wrong = keys.map((key) => how[key]).find((now) => now && 'failed' in now && !now.offline)
  return {
    tiles: keys.map(tileOf),
    left: Math.max(0, most - keys.length),
    says: says ?? (wrong && 'failed' in wrong ? wrong.failed : undefined),
    async add() {
      say(undefined)
      const chosen = await choosePhotos(most - keys.length)
      say(chosen.says)
      if (chosen.keys.length > 0) change((was) => [...was, ...chosen.keys].slice(0, most))
    },
    retry(key) {
      if (communityId !== undefined) send(key, communityId)
    },
    remove(key) {
      say(undefined)
      change((was) => was.filter((k) => k !== key))
      stopSendingPhotos(key)
      dropPhotos([key])
    },
  }
}
