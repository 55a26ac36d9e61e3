import { useMe } from '../../kernel/session'
import { Card, Chip, Heading, PlainButton, Quiet, Row } from '../../kernel/ui'
import type { Whistle } from './words'

/** Who reported it, for the community's workers alone; the whole number is another step, which is on the record. */
export function Reporters({ whistle, onReveal }: { whistle: Whistle; onReveal(): void }) {
  const { can } = useMe()
  const { reporters, caller, communityId, compoundId } = whistle
  if (reporters === null && caller === null) return null
  const mayReveal = can('whistle.reveal', { communityId, compoundId })
  const hasPhone = (caller ?? reporters?.find((r) => r.first))?.phone != null
  return (
    <Card>
      <Heading>谁报的</Heading>
      {caller ? (
        <Row
          left={caller.name ?? '没有留名字'}
          quiet="没有用手机报，要打电话告诉进展"
          right={caller.phone ?? '没有留电话'}
        />
      ) : null}
      {reporters?.map((r, i) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: two neighbours may be called the same, and have no ids here
          key={`${r.name} ${i}`}
          left={r.name}
          quiet={r.first ? (r.phone ?? '没有绑定手机号') : '也遇到'}
          chip={r.anonymous ? <Chip tone="quiet">对外匿名</Chip> : undefined}
        />
      ))}
      {mayReveal && hasPhone ? (
        <>
          <PlainButton onTap={onReveal}>看完整电话</PlainButton>
          <Quiet>看过会记下来，本人能看到。</Quiet>
        </>
      ) : null}
    </Card>
  )
}
