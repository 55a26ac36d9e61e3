import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { sayYuan } from '../../../shared/kernel/money'
import { pledgeAtMostFen } from '../../../shared/pledge/policy'
import { voluntary } from '../../../shared/pledge/words'
import { PickLine } from '../../desk/parts/PickLine'
import { Tags } from '../../desk/parts/Tags'
import { useCreate } from '../../desk/parts/useCreate'
import { useLoad } from '../../kernel/load'
import { Says, TextField } from '../../kernel/ui'
import { readYuan, typeYuan } from '../../kernel/yuan'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { ResolutionView } from './ResolutionDetail'

const sharesOffered = [1, 2, 3] as const

/** The word of one home: a share, or a sum of one's own. */
export function PledgeSheet(props: {
  list: Output<'pledge.list'>
  resolution: ResolutionView
  /** Written down by the recorder for somebody without a phone. */
  forOthers: boolean
  onClose(): void
  onDone(says: string): void
}) {
  const { list, resolution, forOthers } = props
  const { communityId, resolutionId, meetingId } = resolution
  const { create, busy, refusal } = useCreate('pledge.give')
  const others = useLoad('meeting.homes', forOthers ? { communityId, meetingId } : null)
  const homes = forOthers ? (others.data?.items ?? []) : list.mine
  const [picked, setHome] = useState<string>()
  const homeId = picked ?? (homes.length === 1 ? homes[0]?.homeId : undefined)
  const [typed, setTyped] = useState(list.shareFen === null ? '' : typeYuan(list.shareFen))
  const [tried, setTried] = useState(false)
  const fen = readYuan(typed)
  const left = list.targetFen - list.pledgedFen
  const wrong =
    fen === undefined
      ? '请写多少元，要大于 0，最多两位小数'
      : fen > pledgeAtMostFen
        ? '金额太大，请核对'
        : fen > left
          ? `还差 ${sayYuan(left)}，认多了`
          : undefined
  const home = homes.find((h) => h.homeId === homeId)
  const give = async () => {
    setTried(true)
    if (home === undefined || fen === undefined || wrong !== undefined) return
    if (await create({ communityId, resolutionId, homeId: home.homeId, fen }))
      props.onDone(`${home.label}认了 ${sayYuan(fen)}，谢谢`)
  }
  const share = list.shareFen
  return (
    <ActSheet
      title={forOthers ? '代邻居记一笔' : '我家也出一份'}
      act={fen === undefined ? '认款' : `认 ${sayYuan(fen)}`}
      onAct={() => void give()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says>{`${voluntary}。${resolution.words}`}</Says>
      {homes.length === 1 ? null : (
        <PickLine
          label="哪一家"
          options={homes.map((h) => ({ value: h.homeId, label: h.label }))}
          value={homeId}
          without="选一家"
          error={tried && home === undefined ? '请选哪一家' : undefined}
          onChange={setHome}
        />
      )}
      <TextField
        label="认多少元"
        type="digit"
        max={12}
        value={typed}
        onInput={setTyped}
        error={tried ? wrong : undefined}
        hint={`还差 ${sayYuan(left)}`}
      />
      {share === null ? null : (
        <Tags
          label="几份"
          words={sharesOffered.map((n) => `${n} 份 ${sayYuan(n * share)}`)}
          onPick={(words) => setTyped(typeYuan(Number(words.split(' ')[0]) * share))}
        />
      )}
    </ActSheet>
  )
}
