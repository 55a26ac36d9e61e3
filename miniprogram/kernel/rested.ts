import { useEffect, useState } from 'react'

const restMs = 600

/** What was given, once it has stayed the same for a little while. */
export function useRested(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const wait = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(wait)
  }, [value])
  return rested
}
