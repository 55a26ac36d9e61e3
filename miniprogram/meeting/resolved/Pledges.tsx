import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { sayYuan } from '../../../shared/kernel/money'
import { voluntary } from '../../../shared/pledge/words'
import { useAct } from '../../kernel/act'
import { useLoad } from '../../kernel/load'
import {
  Card,
  Chip,
  Faces,
  Heading,
  Label,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Row,
  Says,
  Sheet,
} from '../../kernel/ui'
import { beside, sayAt, sayDayShort } from '../../whistle/parts/words'
import { PledgeBar } from './PledgeBar'
import { PledgeSheet } from './PledgeSheet'
import type { ResolutionView } from './ResolutionDetail'

type List = Output<'pledge.list'>
type Given = List['items'][number]

const shownAtFirst = 10

/** The word of one home, taken back until the day that was named. */
function Withdraw({
  given,
  resolution,
  onDone,
  onClose,
}: {
  given: Given
  resolution: ResolutionView
  onDone(says: string): void
  onClose(): void
}) {
  const { run, busy, refusal } = useAct('pledge.withdraw')
  const { communityId, resolutionId } = resolution
  const withdraw = async () => {
    if (await run({ communityId, resolutionId, pledgeId: given.pledgeId }))
      onDone(`${given.label}认的 ${sayYuan(given.fen)} 撤回了`)
  }
  return (
    <Sheet open title="撤回认款" onClose={onClose}>
      <Says tone="sun">{`${given.label}认了 ${sayYuan(given.fen)}。撤回以后，还可以再认。`}</Says>
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void withdraw()}>
        撤回
      </MainButton>
      <PlainButton onTap={onClose}>不撤了</PlainButton>
    </Sheet>
  )
}

/** By home, for those of the building and those who keep the meeting; everybody else reads the total alone. */
function ByHome({ list, onPick }: { list: List; onPick(given: Given): void }) {
  const [all, setAll] = useState(false)
  const now = new Date()
  const items = [...list.items.filter((i) => i.mine), ...list.items.filter((i) => !i.mine)]
  const shown = all ? items : items.slice(0, shownAtFirst)
  if (list.homes === 0 && items.length === 0)
    return <Quiet>还没有人认。各家认多少，只有本楼的住户看得到。</Quiet>
  if (items.length === 0) return <Quiet>哪一家认了多少，只有本楼的住户看得到。</Quiet>
  return (
    <>
      <Label>各家认的</Label>
      {shown.map((given) => (
        <Row
          key={given.pledgeId}
          left={given.label}
          quiet={beside(
            sayAt(given.at, now),
            given.mine && '你家',
            given.withdrawnAt !== null && `${sayAt(given.withdrawnAt, now)} 撤回`,
          )}
          right={sayYuan(given.fen)}
          chip={given.withdrawnAt === null ? undefined : <Chip tone="quiet">已撤回</Chip>}
          label={`${given.label}认了 ${sayYuan(given.fen)}${given.mayWithdraw ? '，撤回' : ''}`}
          {...(given.mayWithdraw && { onTap: () => onPick(given) })}
        />
      ))}
      {shown.length < items.length ? (
        <PlainButton onTap={() => setAll(true)}>看全部 {items.length} 笔</PlainButton>
      ) : null}
      <Quiet>各家认多少，别的楼看不到，只看得到总数。</Quiet>
    </>
  )
}

/** Neighbours' own money for one purpose: what is wanted, what was promised, and one's own word. */
export function Pledges({ resolution, onChanged }: { resolution: ResolutionView; onChanged(): void }) {
  const { communityId, resolutionId } = resolution
  const list = useLoad('pledge.list', { communityId, resolutionId })
  const [doing, setDoing] = useState<'give' | 'record' | Given>()
  const [note, setNote] = useState<string>()
  const done = (says: string) => {
    setDoing(undefined)
    setNote(says)
    list.reload()
    onChanged()
  }
  const close = () => setDoing(undefined)
  return (
    <Faces of={list} lines={2}>
      {(data) => (
        <Card>
          <Heading>邻居自愿凑钱</Heading>
          <PledgeBar pledge={data} over={!data.open} />
          {data.shareFen === null ? null : <View>{`一份 ${sayYuan(data.shareFen)}`}</View>}
          <Quiet>
            {data.open
              ? `认到 ${sayDayShort(data.until, new Date())} 为止。${voluntary}。`
              : resolution.state === 'open'
                ? `认款到 ${sayDayShort(data.until, new Date())} 截止了。`
                : '这件事已经了结，认款到此为止。'}
          </Quiet>
          {note ? <Says tone="pine">{note}</Says> : null}
          {data.open && data.mine.length > 0 ? (
            <MainButton onTap={() => setDoing('give')}>我家也出一份</MainButton>
          ) : null}
          {data.open && data.mayRecord ? (
            <PlainButton onTap={() => setDoing('record')}>代没有手机的邻居记一笔</PlainButton>
          ) : null}
          <ByHome list={data} onPick={setDoing} />
          {doing === 'give' || doing === 'record' ? (
            <PledgeSheet
              list={data}
              resolution={resolution}
              forOthers={doing === 'record'}
              onClose={close}
              onDone={done}
            />
          ) : null}
          {typeof doing === 'object' ? (
            <Withdraw given={doing} resolution={resolution} onDone={done} onClose={close} />
          ) : null}
        </Card>
      )}
    </Faces>
  )
}
