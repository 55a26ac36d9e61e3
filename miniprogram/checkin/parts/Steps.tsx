import { View } from '@tarojs/components'
import { sayAt } from '../../desk/parts/says'
import { Mark, Quiet } from '../../kernel/ui'
import type { Mine } from './words'
import './checkin.scss'

type Step = Mine['steps'][number]
const stepWords: Record<Step['step'], string> = {
  consent: '看过说明，同意了',
  present: '把报到单交给社区',
  accept: '社区受理',
  confirm: '单位确认回执',
  serve: '参加服务',
}

/** Where somebody is on the way: what is done and when, and what it waits for now. */
export function Steps({ steps, now, mine }: { steps: readonly Step[]; now: Date; mine: boolean }) {
  const here = steps.findIndex((s) => s.doneAt === null)
  return (
    <View className="p-steps" ariaRole="list" ariaLabel="走到哪一步">
      {steps.map(({ step, doneAt }, i) => {
        const isHere = i === here
        return (
          <View key={step} className={`p-step${doneAt === null ? '' : ' is-done'}`} ariaRole="listitem">
            <View className="p-step-sign">
              <Mark tone={doneAt !== null ? 'pine' : isHere ? (mine ? 'vermilion' : 'sun') : 'quiet'} />
            </View>
            <View className="k-row-words">
              <View className={isHere ? 'p-step-here' : doneAt === null ? 'k-quiet' : ''}>
                {stepWords[step]}
              </View>
              {doneAt === null ? null : <Quiet>{sayAt(doneAt, now)}</Quiet>}
              {isHere ? <Quiet>{mine ? '轮到你了' : '现在等这一步'}</Quiet> : null}
            </View>
          </View>
        )
      })}
    </View>
  )
}
