import type { Input } from '../../../shared/contract'
import type { MinutesAction } from '../../../shared/minutes/states'
import { useAct } from '../../kernel/act'
import { Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { keyOf, type SheetProps } from './SayingSheet'

/** A step of the minutes that needs no words, only to be meant. */
export type Step = Extract<MinutesAction, 'open' | 'sign' | 'redraft' | 'publish'>
const steps: Record<Step, { title: string; says: string; act: string; done: string }> = {
  open: {
    title: '请大家核对',
    says: '到会的人会收到消息，在定好的时间里可以提修改意见。时间过了、意见都答复了，才能签字。',
    act: '请大家核对',
    done: '已经请到会的人核对',
  },
  sign: {
    title: '签字',
    says: '签了字，就是说写的和会上说的一样。记录人和主持人都签了，才能公布。',
    act: '我签字',
    done: '签好了',
  },
  redraft: {
    title: '退回再改',
    says: '签过的字作废，改好以后要再请大家核对一次。',
    act: '退回再改',
    done: '退回来了，可以接着改',
  },
  publish: {
    title: '公布',
    says: '公布以后一个字都不能再改，有错只能在下面加更正说明。社区里的人都能看到，不公开的部分除外。',
    act: '公布，不再改',
    done: '公布了',
  },
}

export function StepSheet({ step, minutes, onClose, onDone }: SheetProps & { step: Step }) {
  const { title, says, act, done } = steps[step]
  const { run, busy, refusal } = useAct(`minutes.${step}`)
  const go = async () => {
    if (await run(keyOf(minutes) as Input<`minutes.${Step}`>)) onDone(done)
  }
  return (
    <ActSheet title={title} act={act} onAct={() => void go()} busy={busy} refusal={refusal} onClose={onClose}>
      <Says>{says}</Says>
    </ActSheet>
  )
}
