import { visitNeedWords, visitOutcomeWords } from '../../../shared/care/words'
import { sayDay } from '../../../shared/kernel/time'
import { useLoad } from '../../kernel/load'
import { Faces, Quiet, Row, Sheet } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'

/** What was found at one home, the last first. */
export function VisitsSheet(props: { communityId: string; linkId: string; home: string; onClose(): void }) {
  const { communityId, linkId } = props
  const visits = useLoad('care.visits', { communityId, linkId })
  return (
    <Sheet open title={`${props.home}的走访`} onClose={props.onClose}>
      <Faces
        of={visits}
        lines={2}
        isEmpty={(data) => data.items.length === 0}
        empty={{ says: '还没有去过', more: '去走走，点两下记一次。' }}
      >
        {({ items }) => (
          <>
            {items.map((v) => (
              <Row
                key={v.visitId}
                left={visitOutcomeWords[v.outcome]}
                quiet={beside(sayDay(v.day), v.member, v.needs.map((n) => visitNeedWords[n]).join('、'))}
              />
            ))}
            <Quiet>{`一共 ${items.length} 次`}</Quiet>
          </>
        )}
      </Faces>
    </Sheet>
  )
}
