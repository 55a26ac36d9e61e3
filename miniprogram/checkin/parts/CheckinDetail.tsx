import { View } from '@tarojs/components'
import { useState } from 'react'
import { isLive } from '../../../shared/checkin/states'
import { checkinKindWords } from '../../../shared/checkin/words'
import { sayMinutes } from '../../../shared/service/words'
import { sayAt } from '../../desk/parts/says'
import { useAct } from '../../kernel/act'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Chip, Faces, Heading, Quiet, Refused, Row, Says } from '../../kernel/ui'
import { ActFoot, type FootAct } from '../../meeting/parts/ActFoot'
import { beside } from '../../whistle/parts/words'
import { EndCheckin, ReturnSlip } from './checkinActs'
import { ProfileSays } from './ProfileSays'
import { type Checkin, sayCheckin, toneToWorker } from './words'
import '../../desk/parts/desk.scss'
import '../../meeting/parts/meeting.scss'
import './checkin.scss'

function Paper({ of, now }: { of: Checkin; now: Date }) {
  const days: readonly (readonly [string, string | null])[] = [
    [of.kind === 'noOffice' ? '登记' : '交来报到单', of.presentedAt],
    ['受理', of.kind === 'noOffice' ? null : of.acceptedAt],
    ['单位确认', of.confirmedAt],
    ['结束', of.endedAt],
  ]
  return (
    <Card>
      <View className="d-headline">
        <Heading>{of.name}</Heading>
        <Chip tone={toneToWorker(of.state)}>{sayCheckin(of)}</Chip>
      </View>
      <Quiet>{beside(checkinKindWords[of.kind], of.unit)}</Quiet>
      <Row left="住在" right={of.home ?? '没有选住户'} />
      {of.phone === null ? null : <Row left="手机" right={of.phone} />}
      {days.map(([name, at]) => (at === null ? null : <Row key={name} left={name} right={sayAt(at, now)} />))}
      {of.from === null ? null : <Row left="从别的社区转来" right={of.from.community} />}
      {of.reason === null ? null : <Says tone="sun">{`退回的理由：${of.reason}`}</Says>}
    </Card>
  )
}

/** A check-in as the community's worker reads it, with what they may do. */
export function CheckinDetail(props: { communityId: string; checkinId: string; onChanged?(): void }) {
  const { communityId, checkinId } = props
  const loaded = useLoad('checkin.get', { communityId, checkinId })
  const accept = useAct('checkin.accept')
  const [asked, ask] = useState<'return' | 'end'>()
  const [note, setNote] = useState<string>()
  const now = new Date()
  const done = (says: string) => {
    ask(undefined)
    setNote(says)
    loaded.reload()
    props.onChanged?.()
  }
  return (
    <Faces of={loaded} lines={3}>
      {(checkin) => {
        const may = (act: Checkin['acts'][number]) => checkin.acts.includes(act)
        const take = async () => {
          if (await accept.run({ communityId, checkinId }))
            done(checkin.unit === null ? '受理了' : `受理了，回执送给${checkin.unit}确认`)
        }
        const main: FootAct | undefined = may('accept')
          ? { word: '受理，开回执', onTap: () => void take(), busy: accept.busy }
          : undefined
        const others: FootAct[] = [
          ...(may('return') ? [{ word: '退回', onTap: () => ask('return') }] : []),
          ...(may('correct')
            ? [{ word: '更正登记', onTap: () => go('checkin/register', { communityId, checkinId }) }]
            : []),
          ...(may('end') ? [{ word: '结束报到', onTap: () => ask('end') }] : []),
        ]
        const live = isLive(checkin.state)
        return (
          <View className="m-page">
            {note ? <Says tone="pine">{note}</Says> : null}
            <Paper of={checkin} now={now} />
            {live ? (
              <Card>
                <Row left="一共服务" right={sayMinutes(checkin.minutes)} />
                <Row left="现在包着" right={`${checkin.homes} 户`} />
                <Row
                  left="每一次服务"
                  quiet="确认、更正、代记"
                  label={`${checkin.name}的每一次服务，打开`}
                  onTap={() => go('checkin/services', { communityId, checkinId, name: checkin.name })}
                />
                {checkin.receiptNumber === null ? null : (
                  <Row
                    left="报到回执"
                    quiet="号码、校验码，可以打印"
                    label="报到回执，打开"
                    onTap={() => go('checkin/receipt', { communityId, checkinId })}
                  />
                )}
              </Card>
            ) : null}
            <Card>
              <ProfileSays profile={checkin.profile} />
            </Card>
            <Refused by={accept.refusal} />
            <ActFoot main={main} others={others} />
            {asked === 'return' ? (
              <ReturnSlip checkin={checkin} onClose={() => ask(undefined)} onDone={done} />
            ) : null}
            {asked === 'end' ? (
              <EndCheckin checkin={checkin} onClose={() => ask(undefined)} onDone={done} />
            ) : null}
          </View>
        )
      }}
    </Faces>
  )
}
