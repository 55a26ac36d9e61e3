import { useMe } from '../../kernel/session'
import { Card, Chip, Heading, PlainButton, Quiet, Row } from '../../kernel/ui'
import type { Whistle } from './words'

/** Who reported it, for the community's workers alone; the whole number is another step, which is on the record. */
export function Reporters({ whistle, onReveal }: { whistle: Whistle; onReveal(callerId?: string): void }) {
  const { can } = useMe()
  const { reporters, callers, communityId, compoundId } = whistle
  if (reporters === null || callers === null) return null
  const mayReveal = can('whistle.reveal', { communityId, compoundId })
  const hasPhone = reporters.find((r) => r.first)?.phone != null
  const isShown = mayReveal && (hasPhone || callers.some((c) => c.phone !== null))
  return (
    <Card>
      <Heading>谁报的</Heading>
      {callers.map(({ callerId, name, phone }) => (
        <Row
          key={callerId}
          left={name ?? '没有留名字'}
          quiet="没有用手机报，要打电话告诉进展"
          right={phone ?? '没有留电话'}
          {...(mayReveal &&
            phone !== null && {
              label: `${name ?? '没有留名字'} ${phone}，看完整电话`,
              onTap: () => onReveal(callerId),
            })}
        />
      ))}
      {reporters.map((r, i) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: two neighbours may be called the same, and have no ids here
          key={`${r.name} ${i}`}
          left={r.name}
          quiet={r.first ? (r.phone ?? '没有绑定手机号') : '也遇到'}
          chip={r.anonymous ? <Chip tone="quiet">对外匿名</Chip> : undefined}
        />
      ))}
      {mayReveal && hasPhone ? <PlainButton onTap={() => onReveal()}>看完整电话</PlainButton> : null}
      {isShown ? <Quiet>看过完整电话会记下来，本人能看到。</Quiet> : null}
    </Card>
  )
}
