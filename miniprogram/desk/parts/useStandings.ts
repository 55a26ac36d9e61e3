import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { call } from '../../kernel/api'
import { useOnline } from '../../kernel/network'
import { asSaid } from '../../kernel/refused'

export type Standing = Pick<Output<'whistle.get'>, 'state' | 'compoundId'>
export interface Standings {
  of: ReadonlyMap<string, Standing>
  /** Why one of them could not be read. */
  failed?: string
  /** The compound in which all of them are; undefined while it is asked for, null where they are of several. */
  compoundId: string | null | undefined
}

/** How the chosen ones stand now and in which compound, which a line of the board does not tell. Read once each, anew by `turn`. */
export function useStandings(communityId: string, whistleIds: readonly string[], turn: number): Standings {
  const [held, setHeld] = useState<{ turn: number; of: ReadonlyMap<string, Standing>; failed?: string }>({
    turn,
    of: new Map(),
  })
  const asked = useRef(new Set<string>())
  const isOnline = useOnline()
  const ids = whistleIds.join()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the signal is back: what failed for want of it is asked again
  useEffect(() => {
    for (const whistleId of ids === '' ? [] : ids.split(',')) {
      const mark = `${turn} ${whistleId}`
      if (asked.current.has(mark)) continue
      asked.current.add(mark)
      const keep = (standing: Standing | undefined, failed?: string) =>
        setHeld((was) => {
          if (was.turn > turn) return was
          const of = new Map(was.turn === turn ? was.of : [])
          if (standing) of.set(whistleId, standing)
          return { turn, of, ...(failed === undefined ? {} : { failed }) }
        })
      call('whistle.get', { communityId, whistleId }).then(
        (whistle) => keep(whistle),
        (reason: unknown) => {
          // asked again when it is chosen again, or the signal comes back
          asked.current.delete(mark)
          keep(undefined, asSaid(reason).message)
        },
      )
    }
  }, [communityId, ids, turn, isOnline])

  const of: ReadonlyMap<string, Standing> = held.turn === turn ? held.of : new Map()
  const told = whistleIds.flatMap((id) => of.get(id)?.compoundId ?? [])
  const several = new Set(told).size > 1
  return {
    of,
    ...(held.turn === turn && held.failed !== undefined ? { failed: held.failed } : {}),
    compoundId: several ? null : told.length === whistleIds.length ? told[0] : undefined,
  }
}
