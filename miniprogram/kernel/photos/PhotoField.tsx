import { useEffect, useRef, useState } from 'react'
import { useStore } from '../store'
import { dropPhotos, photoOf, photosHere } from './keep'
import { PhotoGrid } from './PhotoGrid'
import { usePhotos } from './usePhotos'

/**
 * Photos of an act that is done at once, with signal. What it hands up are their ids, from the moment they are chosen:
 * one that has not gone up yet is refused with its sentence and not left out in silence.
 */
export function PhotoField({
  communityId,
  onChange,
  most = 9,
}: {
  communityId: string
  value: readonly string[]
  onChange: (photoIds: readonly string[]) => void
  most?: number
}) {
  const [keys, setKeys] = useState<readonly string[]>([])
  const all = useStore(photosHere)
  const photos = usePhotos({ communityId, keys, change: setKeys, most })
  const ids = keys.flatMap((key) => all[key]?.id ?? []).join()
  const told = useRef({ onChange, keys, ids: '' })
  told.current.onChange = onChange
  told.current.keys = keys
  useEffect(() => {
    if (told.current.ids === ids) return
    told.current.ids = ids
    told.current.onChange(ids === '' ? [] : ids.split(','))
  }, [ids])
  // with the form they leave the phone; what is still on its way goes when the app opens next
  useEffect(() => () => dropPhotos(told.current.keys.filter((key) => photoOf(key)?.sent)), [])
  return <PhotoGrid of={photos} />
}
