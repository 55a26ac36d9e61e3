import { rollFields, rollFieldWords } from '../../../shared/roll/headings'

/** The first line of a roll, in the order a community usually keeps it. */
export const rollHeadings: readonly string[] = rollFields.map((field) => rollFieldWords[field])

/** One home with its owner, one with its tenant, one shop of which only the place is known. */
export const rollExample: readonly (readonly string[])[] = [
  ['9栋', '1单元', '701', '住宅', '86.50', '业主', '业主甲', '15400000001', '2019-05-01', ''],
  ['9栋', '1单元', '702', '住宅', '86.50', '租户', '租户乙', '15400000002', '2026-03-01', '2027-02-28'],
  ['9栋', '', '门市3', '门市', '42.00', '', '', '', '', ''],
]

export const rollTemplate: readonly (readonly string[])[] = [rollHeadings, ...rollExample]
