import { useCallback, useEffect, useRef, useState } from 'react'
import type { EndpointName, Input, Output } from '../../shared/contract'
import { call, Offline } from './api'
import { useStaleOnShow } from './fresh'
import { keepAnswer, readKept } from './kept'
import { online, useOnline } from './network'
import { asSaid, type Said } from './refused'

export interface Loaded<T> {
  state: 'loading' | 'failed' | 'ready'
  data?: T
  error?: Said
  /** What is shown is from last time, because there is no signal. */
  offline: boolean
  reload(): void
}

/** Reads one answer; `null` waits. What was read last time is shown at once and again when there is no signal. */
export function useLoad<N extends EndpointName>(name: N, input: Input<N> | null): Loaded<Output<N>> {
  const key = input === null ? null : `${name} ${JSON.stringify(input)}`
  const [held, setHeld] = useState<{ key: string | null; data?: Output<N>; error?: Said }>({ key: null })
  const turn = useRef(0)
  const isOnline = useOnline()

  const ask = useCallback(() => {
    if (key === null) return
    const mine = ++turn.current
    const asked = JSON.parse(key.slice(name.length + 1)) as Input<N>
    const isCurrent = () => mine === turn.current
    call(name, asked).then(
      (data) => {
        keepAnswer(key, data)
        if (isCurrent()) setHeld({ key, data })
      },
      (reason: unknown) => {
        if (isCurrent()) {
          setHeld((was) => ({
            key,
            data: was.key === key ? was.data : readKept<Output<N>>(key),
            error: asSaid(reason),
          }))
        }
      },
    )
  }, [key, name])

  const fresh = useStaleOnShow(() => {
    fresh.read()
    ask()
  })

  useEffect(() => {
    setHeld({ key, data: key === null ? undefined : readKept<Output<N>>(key) })
    ask()
    return () => {
      turn.current++
    }
  }, [key, ask])

  // the signal is back: what failed for want of it is asked again
  const failedOffline = held.error instanceof Offline
  useEffect(() => {
    if (isOnline && failedOffline) ask()
  }, [isOnline, failedOffline, ask])

  const reload = useCallback(() => {
    setHeld((was) => ({ key: was.key, data: was.data }))
    ask()
  }, [ask])

  const current = held.key === key ? held : { key, data: undefined, error: undefined }
  const state = current.data !== undefined ? 'ready' : current.error ? 'failed' : 'loading'
  return { state, data: current.data, error: current.error, offline: failedOffline || !online.get(), reload }
}

/** Endpoints that answer page by page. */
export type ListName = {
  [N in EndpointName]: Output<N> extends { items: unknown[]; next: string | null } ? N : never
}[EndpointName]
export type ItemOf<N extends ListName> = Output<N> extends { items: (infer I)[] } ? I : never

export interface Listed<T> {
  state: 'loading' | 'failed' | 'ready'
  items: T[]
  error?: Said
  offline: boolean
  /** Everything has been read. */
  done: boolean
  loadingMore: boolean
  more(): void
  reload(): void
}

interface Pages<T, First> {
  key: string | null
  items?: T[]
  first?: First
  next?: string | null
  error?: Said
}

/** Reads a list page by page; the first page is kept for reading without signal. */
export function useList<N extends ListName>(
  name: N,
  input: Omit<Input<N>, 'after'> | null,
): Listed<ItemOf<N>> & {
  /** The first page as it came: what it tells beside its items, such as how many there are. */
  first?: Output<N>
} {
  type Item = ItemOf<N>
  const key = input === null ? null : `${name} ${JSON.stringify(input)}`
  const [pages, setPages] = useState<Pages<Item, Output<N>>>({ key: null })
  const [loadingMore, setLoadingMore] = useState(false)
  const turn = useRef(0)

  const ask = useCallback(
    (after?: string) => {
      if (key === null) return
      const mine = ++turn.current
      const asked = {
        ...(JSON.parse(key.slice(name.length + 1)) as object),
        ...(after === undefined ? {} : { after }),
      }
      setLoadingMore(after !== undefined)
      call(name, asked as Input<N>).then(
        (answer) => {
          const got = answer as { items: Item[]; next: string | null }
          if (after === undefined) keepAnswer(key, got)
          if (mine !== turn.current) return
          setLoadingMore(false)
          setPages((was) => ({
            key,
            items: after === undefined ? got.items : [...(was.items ?? []), ...got.items],
            first: after === undefined ? answer : was.first,
            next: got.next,
          }))
        },
        (reason: unknown) => {
          if (mine !== turn.current) return
          setLoadingMore(false)
          const kept = readKept<Output<N>>(key)
          setPages((was) => ({
            key,
            ...(was.key === key && was.items
              ? { items: was.items, first: was.first }
              : { items: (kept as { items: Item[] } | undefined)?.items, first: kept }),
            next: was.key === key ? was.next : null,
            error: asSaid(reason),
          }))
        },
      )
    },
    [key, name],
  )

  const fresh = useStaleOnShow(() => {
    fresh.read()
    ask()
  })

  useEffect(() => {
    setPages({ key })
    ask()
    return () => {
      turn.current++
    }
  }, [key, ask])

  const current: Pages<Item, Output<N>> = pages.key === key ? pages : { key }
  const more = useCallback(() => {
    if (pages.key === key && pages.next && !loadingMore) ask(pages.next)
  }, [pages.key, pages.next, key, loadingMore, ask])
  const reload = useCallback(() => ask(), [ask])

  return {
    state: current.items !== undefined ? 'ready' : current.error ? 'failed' : 'loading',
    items: current.items ?? [],
    first: current.first,
    error: current.error,
    offline: current.error instanceof Offline,
    done: current.items !== undefined && (current.next === null || current.next === undefined),
    loadingMore,
    more,
    reload,
  }
}
