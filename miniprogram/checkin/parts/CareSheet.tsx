import { View } from '@tarojs/components'
import { useState } from 'react'
import { careEndReasons } from '../../../shared/care/states'
import { careEndReasonWords, visitOutcomeWords } from '../../../shared/care/words'
import type { Output } from '../../../shared/contract'
import { sayDay } from '../../../shared/kernel/time'
import { useCreate } from '../../desk/parts/useCreate'
import { useAct } from '../../kernel/act'
import { useList } from '../../kernel/load'
import { Choice, ListFaces, MainButton, PlainButton, Quiet, Refused, Row, Sheet } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import { VisitsSheet } from './Visits'

export type HomeCared = Output<'care.building'>['homes'][number]
interface Props {
  communityId: string
  home: HomeCared
  label: string
  onClose(): void
  onDone(says: string): void
}

/** Whoever carries the least comes first. */
function Assign({ communityId, home, label, onClose, onDone }: Props) {
  const list = useList('care.members', { communityId })
  const { create, busy, refusal } = useCreate('care.assign')
  const assign = async (checkinId: string, name: string) => {
    if (await create({ communityId, homeId: home.homeId, checkinId })) onDone(`${label}由${name}照看`)
  }
  return (
    <Sheet open title={`${label}请谁照看`} onClose={onClose}>
      <Refused by={refusal} />
      {busy ? <Quiet>正在记下</Quiet> : null}
      <ListFaces
        of={list}
        keyOf={(m) => m.checkinId}
        lines={3}
        empty={{ says: '还没有可以包户的党员', more: '先受理报到。' }}
      >
        {(m) => (
          <Row
            left={m.name}
            quiet={beside(m.building, m.onCommittee && '业委会')}
            right={`${m.homes} 户`}
            label={`${m.name}，现在包 ${m.homes} 户，请这位照看`}
            onTap={() => void assign(m.checkinId, m.name)}
          />
        )}
      </ListFaces>
    </Sheet>
  )
}

function End({ communityId, home, label, onClose, onDone }: Props) {
  const { run, busy, refusal } = useAct('care.end')
  const [reason, setReason] = useState<(typeof careEndReasons)[number]>()
  const [tried, setTried] = useState(false)
  const end = async () => {
    setTried(true)
    if (reason === undefined || home.linkId === null) return
    if (await run({ communityId, linkId: home.linkId, reason }))
      onDone(reason === 'homeEmpty' ? `${label}空着，不用人照看` : `${label}等人照看`)
  }
  return (
    <Sheet open title={`${label}不由${home.member ?? '这位'}照看了`} onClose={onClose}>
      <Choice
        label="为什么"
        options={careEndReasons.map((value) => ({ value, label: careEndReasonWords[value] }))}
        value={reason}
        onChange={setReason}
        error={tried && reason === undefined ? '请选一个' : undefined}
      />
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void end()}>
        不再照看
      </MainButton>
    </Sheet>
  )
}

/** Nobody lives there: it waits for nobody, until somebody says that it is lived in again. */
function Empty({ communityId, home, label, onClose, onDone }: Props) {
  const { run, busy, refusal } = useAct('care.movedIn')
  const movedIn = async () => {
    if (home.emptyLinkId === null) return
    if (await run({ communityId, linkId: home.emptyLinkId })) onDone(`${label}又住人了，等人照看`)
  }
  return (
    <Sheet open title={label} onClose={onClose}>
      <View>这一户空着，没人住，不用人照看。</View>
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void movedIn()}>
        又有人住了
      </MainButton>
    </Sheet>
  )
}

/** One home of the grid: who looks after it, and another instead. */
export function CareSheet(props: Props) {
  const { communityId, home, label, onClose } = props
  const [asks, ask] = useState<'assign' | 'end' | 'visits'>()
  if (asks === 'assign') return <Assign {...props} />
  if (asks === 'end') return <End {...props} />
  if (asks === 'visits' && home.linkId !== null)
    return <VisitsSheet communityId={communityId} linkId={home.linkId} home={label} onClose={onClose} />
  if (home.emptyLinkId !== null) return <Empty {...props} />
  if (home.member === null)
    return (
      <Sheet open title={label} onClose={onClose}>
        <View>这一户还没有人照看。</View>
        <MainButton onTap={() => ask('assign')}>请一位党员照看</MainButton>
      </Sheet>
    )
  return (
    <Sheet open title={label} onClose={onClose}>
      <Row left="照看的人" right={home.member} />
      <Row
        left="上次去"
        right={
          home.lastVisit === null
            ? '还没有去过'
            : beside(sayDay(home.lastVisit), home.lastOutcome && visitOutcomeWords[home.lastOutcome])
        }
      />
      <PlainButton onTap={() => ask('visits')}>看每一次走访</PlainButton>
      <PlainButton onTap={() => ask('assign')}>换一位照看</PlainButton>
      <PlainButton onTap={() => ask('end')}>不再照看</PlainButton>
    </Sheet>
  )
}
