import { homeKindWords } from '../../shared/place/modes'
import { storage } from '../kernel/storage'
import type { RollLine } from './places'
import { demoId, type Stage } from './stage'

const headings = ['楼栋', '单元', '房号', '类型', '面积', '身份', '姓名', '手机号']

const sheetOf = (lines: RollLine[]): string =>
  [
    headings,
    ...lines.map((l) => [
      l.building,
      l.entrance,
      l.number,
      homeKindWords[l.kind],
      l.area,
      l.owner ? '业主' : '',
      l.owner ?? '',
      l.phone ?? '',
    ]),
  ]
    .map((cells) => cells.join(','))
    .join('\r\n')

/** The way a community worker does it: upload the sheet, have it checked, take it in. */
export async function takeRollIn(
  stage: Stage,
  worker: string,
  communityId: string,
  compoundId: string,
  lines: RollLine[],
  at: Date,
): Promise<void> {
  const content = Buffer.from(sheetOf(lines))
  const rollId = demoId(`名册 ${compoundId}`)
  const fileName = '住户名册.csv'
  const { fields } = await stage.act(
    worker,
    'roll.upload',
    { communityId, compoundId, id: rollId, fileName, bytes: content.length },
    at,
  )
  await storage().putFile(fields.key!, content, 'text/csv')
  const roll = { communityId, rollId }
  let { state, problems } = await stage.act(worker, 'roll.preview', roll, at)
  while (state === 'checking') ({ state, problems } = await stage.act(worker, 'roll.preview', roll, at))
  if (state !== 'ready')
    throw new Error(`The demo's roll is not right: ${JSON.stringify(problems.slice(0, 3))}`)
  await stage.act(worker, 'roll.import', roll, at)
}
