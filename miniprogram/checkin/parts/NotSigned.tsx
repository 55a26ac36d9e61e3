import { go } from '../../kernel/go'
import { Card, Chip, Quiet, Row, Says } from '../../kernel/ui'
import { sayClock } from '../../meeting/parts/words'
import { type RefusedSign, signWords } from '../kept/sign'

/** What nobody need be told twice: the way out of a sign-in that was itself not taken. */
const worthSaying = (refused: readonly RefusedSign[]): RefusedSign[] =>
  refused.filter((s) => s.is === 'in' || !refused.some((i) => i.is === 'in' && i.serviceId === s.serviceId))

const sayNot = ({ is, at }: RefusedSign): string => `${sayClock(new Date(at))} 的${signWords[is]}没有办成`

/** On its task: why it was not taken, and what helps. */
export const NotSigned = ({ of, again }: { of: readonly RefusedSign[]; again: boolean }) => (
  <>
    {worthSaying(of).map((s) => (
      <Card key={s.id}>
        <Says tone="vermilion">{`${sayNot(s)}：${s.refusal}`}</Says>
        <Quiet>
          {again || s.is === 'out'
            ? `人还在那里，就再${signWords[s.is]}一次；走了，请社区代记。`
            : '请社区代记，一样算。'}
        </Quiet>
      </Card>
    ))}
  </>
)

/** Elsewhere: a line that leads to its task. */
export const NotSignedRows = ({ of }: { of: readonly RefusedSign[] }) => (
  <>
    {worthSaying(of).map((s) => (
      <Row
        key={s.id}
        left={`${signWords[s.is]}没有办成：${s.title}`}
        quiet={s.refusal}
        chip={<Chip tone="vermilion">再签一次</Chip>}
        label={`${signWords[s.is]}没有办成：${s.title}，${s.refusal}，再签一次`}
        onTap={() => go('checkin/task', { communityId: s.communityId, taskId: s.taskId })}
      />
    ))}
  </>
)
