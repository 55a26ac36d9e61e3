/** An import is opened, its file read into lines, the lines checked in pieces, and all taken in at once. */
export const rollStates = ['opened', 'checking', 'ready', 'refused', 'imported'] as const
export type RollState = (typeof rollStates)[number]

export const rollStateWords: Record<RollState, string> = {
  opened: '等待文件',
  checking: '正在核对',
  ready: '可以导入',
  refused: '有错，未导入',
  imported: '已导入',
}
