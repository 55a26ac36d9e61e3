import type { Waits } from '../checkin/parts/useWaits'
import { go } from '../kernel/go'
import { Chip, Row } from '../kernel/ui'

/** What waits for a member; it stands before what they might do. */
export const WaitRows = ({ of: { toRead, overdue } }: { of: Waits }) => (
  <>
    {toRead ? (
      <Row
        left={`${toRead.year} 年的服务记录`}
        quiet="社区写好了，你先看，再送给单位"
        chip={<Chip tone="vermilion">请你看一看</Chip>}
        label={`${toRead.year} 年的服务记录，请你看一看`}
        onTap={() => go('checkin/record', { view: 'records' })}
      />
    ) : null}
    {overdue > 0 ? (
      <Row
        left="我包的几户"
        quiet="一个月没人去过了"
        chip={<Chip tone="vermilion">{`${overdue} 户该去看看了`}</Chip>}
        label={`我包的几户，${overdue} 户该去看看了`}
        onTap={() => go('checkin/homes')}
      />
    ) : null}
  </>
)
