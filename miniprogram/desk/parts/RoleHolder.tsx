import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { roles } from '../../../shared/role/roles'
import { useAct } from '../../kernel/act'
import { go } from '../../kernel/go'
import { useMe } from '../../kernel/session'
import { Card, Heading, MainButton, PlainButton, Quiet, Refused, Row, Says, Sheet } from '../../kernel/ui'
import { ActsOf } from './ActsOf'
import { sayName, saySpan } from './says'
import { mayRevoke, scopeWords } from './scopes'
import './desk.scss'

export type Grant = Output<'role.list'>['items'][number]

/** One role somebody holds: over what, since when, what it lets them do, and taking it back. */
export function RoleHolder(props: { grant: Grant; onRevoked(says: string): void }) {
  const { grant } = props
  const { me, can } = useMe()
  const revoke = useAct('role.revoke')
  const [sure, setSure] = useState(false)
  const who = sayName(grant.name)
  const { name: roleName } = roles[grant.role]
  const mine = grant.personId === me?.personId
  const allowed = can('role.revoke') && mayRevoke(me?.roles ?? [], grant.role, grant.communityId)

  const takeBack = async () => {
    const answer = await revoke.run({ grantId: grant.grantId })
    if (answer) {
      setSure(false)
      props.onRevoked(`已收回 ${who} 的“${roleName}”`)
    }
  }
  return (
    <View className="d-detail">
      <View>
        <Heading>{`${who} · ${roleName}`}</Heading>
        <Quiet>{`${grant.scopeName}（${scopeWords[grant.scope]}）`}</Quiet>
      </View>
      <Card>
        <Row left="手机号" right={grant.phone ?? '没有绑定'} />
        <Row left="什么时候" right={saySpan(grant.from, grant.to)} />
      </Card>
      <ActsOf role={grant.role} title={`“${roleName}”可以`} />
      {!allowed && <Quiet>{`“${roleName}”由上一级授予和收回。`}</Quiet>}
      <View className="d-acts">
        {allowed && (
          <PlainButton onTap={() => setSure(true)} label={`收回 ${who} 的${roleName}`}>
            收回这个身份…
          </PlainButton>
        )}
        {grant.communityId !== null && can('record.list', { communityId: grant.communityId }) && (
          <PlainButton
            onTap={() =>
              go('desk/record', {
                communityId: grant.communityId ?? undefined,
                subjectId: grant.grantId,
                title: `${who} · ${roleName}`,
              })
            }
          >
            办事记录
          </PlainButton>
        )}
      </View>
      <Sheet open={sure} title="收回身份" onClose={() => setSure(false)}>
        <Says tone="sun">
          {mine
            ? `这是你自己的身份。收回以后，你马上不能再做“${roleName}”的事。`
            : `收回以后，${who} 马上不能再做“${roleName}”的事。以前办过的事还在记录里。`}
        </Says>
        <Refused by={revoke.refusal} />
        <View className="d-acts">
          <MainButton busy={revoke.busy} onTap={() => void takeBack()}>
            收回
          </MainButton>
          <PlainButton onTap={() => setSure(false)}>先不收回</PlainButton>
        </View>
      </Sheet>
    </View>
  )
}
