const minuteMs = 60_000

/** How long something has waited, as people say it: 28 分钟, 3 小时, 2 天. */
export function sayWaited(since: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / minuteMs))
  if (minutes < 1) return '1 分钟不到'
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.floor(minutes / (24 * 60))} 天`
}
