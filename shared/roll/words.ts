import type { RefusalWords } from '../kernel/refusal'
import { rollLinesAtMost } from './contract'

export const rollRefusals = {
  roll_file_missing: { status: 409, says: '文件还没有传上来，请重新选择文件' },
  roll_unreadable: { status: 422, says: '这不是能读的表格，请另存为 xlsx 或 csv 再传' },
  roll_empty: { status: 422, says: '表里没有住户，请核对后再传' },
  roll_headings: { status: 422, says: '第一行缺少“{missing}”这一列，请补上后再传' },
  roll_too_long: { status: 422, says: `一次最多 ${rollLinesAtMost} 行，请分小区导入` },
  roll_merged: { status: 422, says: '表里有合并的单元格，请取消合并后再传' },
  roll_unchecked: { status: 409, says: '还没有核对完，请先核对' },
  roll_has_problems: { status: 409, says: '有 {bad} 行要改，改好后重新上传' },
  roll_outdated: { status: 409, says: '核对之后住户有了变化，请重新核对' },
} as const satisfies Record<string, RefusalWords>
