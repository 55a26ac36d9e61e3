import { sayDay } from '../../shared/kernel/time'
import { organisationKindWords } from '../../shared/organisation/words'
import { useLoad } from '../kernel/load'
import { Card, Chip, Faces, Heading, Quiet, Row } from '../kernel/ui'

/** What was given to the organisation I work for, in every community at once. */
export function Given() {
  const mine = useLoad('organisation.mine', {})
  return (
    <Faces
      of={mine}
      isEmpty={(data) => data.items.length === 0}
      empty={{ says: '还没有交给你们的工作', more: '社区把小区交给你们单位以后，会列在这里。' }}
    >
      {(data) => (
        <>
          {data.items.map((o) => (
            <Card key={o.organisationId}>
              <Row
                left={<Heading>{o.organisation}</Heading>}
                chip={<Chip tone="quiet">{organisationKindWords[o.kind]}</Chip>}
              />
              {o.engagements.length === 0 ? <Quiet>现在没有交给你们的小区</Quiet> : null}
              {o.engagements.map((e) => (
                <Row
                  key={e.engagementId}
                  left={e.compound ?? `整个${e.community}`}
                  quiet={`${e.compound ? `${e.community}，` : ''}从${sayDay(e.from)}起${e.to ? `到${sayDay(e.to)}` : ''}`}
                />
              ))}
            </Card>
          ))}
        </>
      )}
    </Faces>
  )
}
