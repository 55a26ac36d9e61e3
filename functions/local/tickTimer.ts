/** Calls the scheduler's door again and again; the next call waits for the one before. */
export function startTicking(address: string, secret: string, everySeconds: number): () => void {
  let stopped = false
  let timer: NodeJS.Timeout
  let complained = false
  const tick = async () => {
    try {
      const answer = await fetch(address, { headers: { authorization: `Bearer ${secret}` } })
      await answer.arrayBuffer()
      if (answer.ok) complained = false
      else if (!complained) throw new Error(`the tick was answered with ${answer.status}`)
    } catch (fault) {
      if (!complained && !stopped) console.error(String(fault)) // once, until it works again
      complained = true
    }
    if (!stopped) timer = setTimeout(tick, everySeconds * 1000)
  }
  timer = setTimeout(tick, 0)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
