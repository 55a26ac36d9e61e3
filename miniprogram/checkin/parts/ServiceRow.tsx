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
      {of.provisional && of.state === 'out' ? (
        <Quiet>这一年的放假安排还没公布，先按平常的周末算；公布以后再确认，会照公布的算。</Quiet>
      ) : null}
      <Quiet>{sayWays(of)}</Quiet>
    </Card>
  )
}
