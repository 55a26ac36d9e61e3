/** What the code on the worker's screen reads as: the task, and the code of the minute. Nothing else can use it. */
const mark = 'shaodao-sign'
export const signText = (taskId: string, code: string): string => `${mark}:${taskId}:${code}`

export function readSign(text: string): { taskId: string; code: string } | undefined {
  const m = /^shaodao-sign:([0-9a-f-]{36}):(\d{6})$/.exec(text.trim())
  return m ? { taskId: m[1]!, code: m[2]! } : undefined
}
