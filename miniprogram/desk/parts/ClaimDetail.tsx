import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { claimActionWords, claimStateWords } from '../../../shared/claim/words'
import type { Output } from '../../../shared/contract'
import { tieKindWords } from '../../../shared/home/words'
import { useAct } from '../../kernel/act'
import { Refusal } from '../../kernel/api'
import { go } from '../../kernel/go'
import { useMe } from '../../kernel/session'
import {
  Card,
  Chip,
  Heading,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Row,
  Says,
  TextField,
} from '../../kernel/ui'
import { focusSoon } from './focusSoon'
import { HomeOnRoll } from './HomeOnRoll'
import { isLate, sayAt, sayName, sayWaiting } from './says'
import { Tags } from './Tags'
import { useKeys } from './useKeys'
import './desk.scss'

export type Claim = Output<'claim.list'>['items'][number]

const reasons = [
  '这一户登记的不是你，请带证件到社区来一趟',
  '请先让业主到社区登记租住',
  '选错了住户，请核对楼栋和房号后再申请',
  '联系不上你，请把情况写清楚再申请',
]

/** One claim with all that is known of it, and the two ways to decide. */
export function ClaimDetail(props: {
  claim: Claim
  keys?: boolean
  onSettled(says: string): void
  /** Somebody else was faster: the list is to be read again. */
  onStale(says: string): void
}) {
  const { claim } = props
  const { me, can } = useMe()
  const decide = useAct('claim.decide')
  const [rejecting, setRejecting] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const waiting = claim.state === 'submitted'
  const mine = claim.personId === me?.personId
  const place = { communityId: claim.communityId, compoundId: claim.compoundId, buildingId: claim.buildingId }
  const mayDecide = waiting && !mine && can('claim.decide', place)
  const now = new Date()
  const who = sayName(claim.name)

  const settle = async (decision: 'accept' | 'reject') => {
    const words = reason.trim()
    if (decision === 'reject' && words === '') return setMissing(true)
    const { communityId, claimId } = claim
    const answer = await decide.run(
      decision === 'accept'
        ? { communityId, claimId, decision }
        : { communityId, claimId, decision, reason: words },
      (said) => {
        const late = said instanceof Refusal && said.code === 'claim_settled'
        if (late) props.onStale(`${who} 的申请，别人刚刚已经处理过了，名单已经刷新`)
        return late
      },
    )
    if (answer)
      props.onSettled(
        decision === 'accept'
          ? `已通过：${who} 是 ${claim.label} 的${tieKindWords[claim.kind]}`
          : `没有通过 ${who} 的申请，理由已经告诉对方`,
      )
  }

  const { refusal } = decide

  const keys = Boolean(props.keys)
  useEffect(() => (keys && rejecting ? focusSoon('.d-reject textarea') : undefined), [keys, rejecting])
  useKeys({ a: () => void settle('accept'), r: () => setRejecting(true) }, keys && mayDecide && !rejecting)

  return (
    <View className="d-detail">
      <View className="d-headline">
        <View className="d-grow">
          <Heading>{`${who} 说自己是 ${claim.label} 的${tieKindWords[claim.kind]}`}</Heading>
          <Quiet>{`${claim.compound} · ${sayAt(claim.submittedAt, now)} 交来`}</Quiet>
        </View>
        {waiting ? (
          <Chip tone={isLate(claim.submittedAt, now) ? 'vermilion' : 'sun'}>
            {sayWaiting(claim.submittedAt, now)}
          </Chip>
        ) : (
          <Chip tone={claim.state === 'accepted' ? 'pine' : 'quiet'}>{claimStateWords[claim.state]}</Chip>
        )}
      </View>

      <Card>
        <Row left="手机号" right={claim.phone ?? '没有绑定'} />
        <Row left="哪一户" right={claim.label} quiet={claim.compound} />
        <View className="d-words">
          <Quiet>对方写的话</Quiet>
          <Text className="d-long">{claim.words ?? '没有写'}</Text>
        </View>
      </Card>

      {mayDecide && rejecting && (
        <Card className="d-reject">
          <TextField
            label="为什么不通过（对方会看到）"
            value={reason}
            onInput={(text) => {
              setReason(text)
              setMissing(false)
            }}
            long
            max={200}
            error={
              missing
                ? '请写明不通过的理由，对方会看到'
                : refusal instanceof Refusal
                  ? refusal.fields?.reason
                  : undefined
            }
          />
          <Tags
            label="常用的理由"
            words={reasons}
            onPick={(word) => {
              setReason(word)
              setMissing(false)
            }}
          />
          <View className="d-acts">
            <MainButton busy={decide.busy} onTap={() => void settle('reject')}>
              不通过，告诉对方
            </MainButton>
            <PlainButton onTap={() => setRejecting(false)}>先不办</PlainButton>
          </View>
        </Card>
      )}
      {!rejecting && can('home.get', place) && (
        <HomeOnRoll
          communityId={claim.communityId}
          homeId={claim.homeId}
          onOpen={() => go('desk/home', { communityId: claim.communityId, homeId: claim.homeId })}
        />
      )}

      {claim.reason !== null && <Says tone="quiet">{`不通过的理由：${claim.reason}`}</Says>}
      {claim.decidedAt !== null && <Quiet>{`${sayAt(claim.decidedAt, now)} 办理`}</Quiet>}
      {mine && waiting && <Says tone="quiet">这是你自己的申请，要请别人来核实。</Says>}
      <Refused by={refusal} />

      {mayDecide && !rejecting && (
        <>
          <Quiet>{`通过以后，对方就登记为这一户的${tieKindWords[claim.kind]}，能看到本小区给住户看的内容。`}</Quiet>
          <View className="d-acts">
            <MainButton busy={decide.busy} onTap={() => void settle('accept')} label={`通过 ${who} 的申请`}>
              {claimActionWords.accept}
            </MainButton>
            <PlainButton onTap={() => setRejecting(true)} label={`不通过 ${who} 的申请，先写理由`}>
              {`${claimActionWords.reject}…`}
            </PlainButton>
          </View>
        </>
      )}
    </View>
  )
}
