import { serviceStateWords } from '../../../shared/service/words'
import { Card, Chip, Quiet, Row } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import { type Service, sayCounted, sayCut, saySpanOf, sayWays, toneOfService } from './words'

/** One service of mine: when, what counts, and what was cut out and why. */
export function ServiceRow({ of, now }: { of: Service; now: Date }) {
  const { minutes } = of
  return (
    <Card>
      <Row
        left={of.task ?? '社区代记的服务'}
        quiet={saySpanOf(of.inAt, of.outAt, now)}
        chip={<Chip tone={toneOfService(of.state)}>{serviceStateWords[of.state]}</Chip>}
      />
      {minutes && of.state !== 'refused' && of.state !== 'corrected' ? (
        <Quiet>{beside(sayCounted(minutes), ...sayCut(minutes))}</Quiet>
      ) : null}
      {of.provisional ? <Quiet>这一年的放假安排还没公布，公布后会再算一遍。</Quiet> : null}
      <Quiet>{sayWays(of)}</Quiet>
    </Card>
  )
}
