/**
 * What the code on the worker's screen reads as: the task, and the code of the minute. In capitals, which a QR code holds
 * without bytes: WeChat's runtime cannot make bytes of text.
 */
const mark = 'SHAODAO-SIGN'
export const signText = (taskId: string, code: string): string => `${mark}:${taskId.toUpperCase()}:${code}`

export function readSign(text: string): { taskId: string; code: string } | undefined {
  const m = /^SHAODAO-SIGN:([0-9A-F-]{36}):(\d{6})$/.exec(text.trim())
  return m ? { taskId: m[1]!.toLowerCase(), code: m[2]! } : undefined
}
