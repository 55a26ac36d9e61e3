import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Category } from '../../../shared/whistle/categories'
import { call } from '../../kernel/api'
import { useRested } from '../../kernel/rested'

export type Similar = Output<'whistle.similar'>['items'][number]

const shownAtMost = 3
const wordsAsked = 200
const none: readonly Similar[] = []

/** Open ones near by that may be the same, asked once the writing rests; without signal there are none to show. */
export function useSimilar(asked: {
  communityId?: string
  compoundId?: string
  category: Category
  words: string
  /** There is enough to compare by. */
  enough: boolean
}): readonly Similar[] {
  const { communityId, compoundId, category, enough } = asked
  const words = asked.words.trim().slice(0, wordsAsked)
  const question = useRested(
    enough && communityId && compoundId
      ? JSON.stringify({ communityId, compoundId, category, ...(words && { words }) })
      : '',
  )
  const [found, setFound] = useState(none)
  useEffect(() => {
    if (question === '') return setFound(none)
    let isCurrent = true
    call('whistle.similar', JSON.parse(question)).then(
      ({ items }) => {
        if (isCurrent) setFound(items.slice(0, shownAtMost))
      },
      () => {
        // the question helps, but nothing hangs on it
        if (isCurrent) setFound(none)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [question])
  return found
}
