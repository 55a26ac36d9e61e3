import type { Output } from '../../shared/contract'
import { roles } from '../../shared/role/roles'
import { Card, Heading, Quiet, Row } from '../kernel/ui'

type Keeper = Output<'place.get'>['keepers'][number]

export const roleWord = (role: string): string =>
  role in roles ? roles[role as keyof typeof roles].name : role

/** Who looks after the place: by role and what they look after. */
export const Keepers = ({ title, keepers }: { title: string; keepers: readonly Keeper[] }) => (
  <Card>
    <Heading>{title}</Heading>
    {keepers.length === 0 ? <Quiet>还没有登记。有事可以先找社区。</Quiet> : null}
    {keepers.map((k) => (
      <Row
        key={`${k.role} ${k.scopeName} ${k.name}`}
        left={roleWord(k.role)}
        quiet={k.scopeName}
        right={k.name}
      />
    ))}
  </Card>
)
