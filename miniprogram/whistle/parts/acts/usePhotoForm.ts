import { useState } from 'react'
import { photosHere, sendPhotos } from '../../../kernel/photos'
import { asSaid, type Said } from '../../../kernel/refused'

/**
 * The photos of a sheet, which go up while words are still being written. Whoever is faster than they are waits for
 * the rest; one that does not go up is told by its place, and nothing is sent without it.
 */
export function usePhotoForm(communityId: string) {
  const [photoIds, setPhotoIds] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Said>()

  const send = async (): Promise<string[] | undefined> => {
    if (photoIds.length === 0) return []
    const here = Object.values(photosHere.get())
    const keys = photoIds.flatMap((id) => here.find((photo) => photo.id === id)?.key ?? [])
    setBusy(true)
    setTrouble(undefined)
    try {
      return await sendPhotos(keys, communityId)
    } catch (reason) {
      setTrouble(asSaid(reason))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return {
    field: { communityId, value: photoIds, onChange: setPhotoIds },
    isEmpty: photoIds.length === 0,
    busy,
    /** Why they are not all there. */
    trouble,
    /** Their ids once all are there; undefined where one is not. */
    send,
  }
}
