import { useCallback, useRef, useState } from 'react'
import type { EndpointName, Input, Output } from '../../shared/contract'
import { useAct } from './act'
import { Offline } from './api'
import { dropDraft, keepDraft, readDraft } from './draft'
import { newId } from './ids'
import { dropPhotos } from './photos/keep'
import { doubtPhotos, sendPhotos } from './photos/send'
import { enqueue } from './queue'
import { asSaid, Refusal, type Said } from './refused'

type Creates = { [N in EndpointName]: Input<N> extends { id: string } ? N : never }[EndpointName]

interface Minted {
  print: string
  id: string
}

/** Of some words, to know them again without keeping them: they may name people. */
function printOf(words: string): string {
  let [a, b] = [0x811c9dc5, 0x2545f491]
  for (let i = 0; i < words.length; i++) {
    a = Math.imul(a ^ words.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ words.charCodeAt(i), 0x85ebca6b)
  }
  return `${words.length} ${a >>> 0} ${b >>> 0}`
}

const noRoom = () =>
  new Refusal({ code: 'no_room', message: '现在没有信号，这台手机也存不下了。别关，等有信号再发一次' }, 507)

/**
 * Makes something now, or without signal puts it in the queue. The same words sent again carry the same id, also after
 * the app was closed in between. Photos go first; they leave the phone once it is made, and into the queue with it. The
 * draft that it was written in, if it has one, ends with either.
 */
export function useMake<N extends Creates>(name: N, writtenIn?: string) {
  const { run, busy, refusal, clear } = useAct(name)
  const [outcome, setOutcome] = useState<'made' | 'queued'>()
  const [answer, setAnswer] = useState<Output<N>>()
  const [trouble, setTrouble] = useState<Said>()
  const [sendsPhotos, setSendsPhotos] = useState(false)
  const running = useRef(false)
  const draft = `sent.${name}`
  const settle = useCallback(() => {
    dropDraft(draft)
    if (writtenIn !== undefined) dropDraft(writtenIn)
  }, [draft, writtenIn])

  const idFor = useCallback(
    (words: string): string => {
      const last = readDraft<Minted>(draft)
      const print = printOf(words)
      if (last?.print === print) return last.id
      const id = newId()
      keepDraft(draft, { print, id })
      return id
    },
    [draft],
  )

  const make = useCallback(
    async (rest: Omit<Input<N>, 'id' | 'photoIds'>, label: string, photos: readonly string[] = []) => {
      if (running.current) return
      running.current = true
      setTrouble(undefined)
      clear()
      const id = idFor(JSON.stringify([rest, photos]))
      const input = { ...rest, id } as Input<N> & { id: string }
      const wait = () => {
        if (!enqueue({ name, input, label, ...(photos.length > 0 ? { photos } : {}) }))
          return setTrouble(noRoom())
        settle()
        setOutcome('queued')
      }
      try {
        let photoIds: string[] | undefined
        if (photos.length > 0) {
          setSendsPhotos(true)
          photoIds = await sendPhotos(photos, 'communityId' in rest ? String(rest.communityId) : '')
        }
        const made = await run({ ...input, ...(photoIds && { photoIds }) }, (reason) => {
          if (reason instanceof Refusal && reason.code === 'photo_unknown') doubtPhotos(photos)
          if (!(reason instanceof Offline)) return false
          wait()
          return true
        })
        if (made === undefined) return
        settle()
        dropPhotos(photos)
        setAnswer(made)
        setOutcome('made')
      } catch (reason) {
        const said = asSaid(reason)
        if (said instanceof Offline) wait()
        else setTrouble(said)
      } finally {
        running.current = false
        setSendsPhotos(false)
      }
    },
    [name, run, clear, idFor, settle],
  )
  const clearAll = useCallback(() => {
    setTrouble(undefined)
    clear()
  }, [clear])
  return { make, busy: busy || sendsPhotos, refusal: trouble ?? refusal, clear: clearAll, outcome, answer }
}
