import { useState } from 'react'
import { asSaid } from './refused'
import type { Tone } from './ui'

export interface Told {
  tone: Tone
  says: string
}

/** One thing at a time, and what came of it below. */
export function useDoing() {
  const [busy, setBusy] = useState<string>()
  const [told, setTold] = useState<Told>()
  const run = async (what: string, does: () => Promise<Told>) => {
    if (busy !== undefined) return
    setBusy(what)
    setTold(undefined)
    try {
      setTold(await does())
    } catch (reason) {
      setTold({ tone: 'vermilion', says: asSaid(reason).message })
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, told, run }
}

/** It went well, and this is what there is to say. */
export const done = async (says: Promise<string>): Promise<Told> => ({ tone: 'pine', says: await says })
