import { useEffect, useState } from 'react'

const restMs = 300

/** What is being typed, and what is asked for once the typing rests. */
export function useFind(): { typed: string; type(text: string): void; find: string | undefined } {
  const [typed, type] = useState('')
  const [find, setFind] = useState('')
  useEffect(() => {
    const rested = setTimeout(() => setFind(typed.trim()), restMs)
    return () => clearTimeout(rested)
  }, [typed])
  return { typed, type, find: find === '' ? undefined : find }
}
