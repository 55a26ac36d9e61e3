import { useEffect, useState } from 'react'

const restMs = 300

/** The words as they were when the typing last rested. */
export function useRested(typed: string): string {
  const [rested, setRested] = useState(typed.trim())
  useEffect(() => {
    const rest = setTimeout(() => setRested(typed.trim()), restMs)
    return () => clearTimeout(rest)
  }, [typed])
  return rested
}

/** What is being typed, and what is asked for once the typing rests. */
export function useFind(): { typed: string; type(text: string): void; find: string | undefined } {
  const [typed, type] = useState('')
  const find = useRested(typed)
  return { typed, type, find: find === '' ? undefined : find }
}
