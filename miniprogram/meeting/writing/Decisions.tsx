import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayYuan } from '../../../shared/kernel/money'
import { sayVotes } from '../../../shared/resolution/words'
import { Card, Chip, Label, MainButton, PlainButton, Quiet, Row, Says, Sheet } from '../../kernel/ui'
import { beside, sayDayShort } from '../../whistle/parts/words'
import type { Meeting } from '../parts/words'
import type { Decision } from './book'
import { DecisionForm } from './DecisionForm'
import type { Notebook } from './useNotebook'
import './writing.scss'

const sayDecision = (d: Decision, now: Date): string =>
  beside(
    d.party && `${d.party.name}办`,
    `${sayDayShort(d.dueOn, now)}前`,
    d.votes && sayVotes(d.votes),
    d.pledge && `自愿凑 ${sayYuan(d.pledge.targetFen)}`,
  )

/** Another recorder wrote this decision otherwise. */
function Choose({ decision, notebook }: { decision: Decision; notebook: Notebook }) {
  const { clash } = decision
  if (clash === undefined) return null
  const who = clash.who || '另一位记录人'
  return (
    <Says tone="vermilion">
      <View>{`${who}刚刚也改了这条决议：${clash.words}`}</View>
      <View className="d-acts">
        <PlainButton
          onTap={() => notebook.decide({ ...decision, revision: clash.revision, clash: undefined })}
        >
          用我写的
        </PlainButton>
        <PlainButton onTap={() => notebook.forgetDecision(decision.resolutionId)}>用对方写的</PlainButton>
      </View>
    </Says>
  )
}

/** What was decided: each with who does it by when. */
export function Decisions(props: { meeting: Meeting; notebook: Notebook; decisions: readonly Decision[] }) {
  const { meeting, notebook, decisions } = props
  const [open, setOpen] = useState<Decision | 'new'>()
  const now = new Date()
  return (
    <Card>
      <Label>定下来的事</Label>
      {decisions.length === 0 ? (
        <Quiet>定了谁来办、什么时候办好，就记一条。办到哪一步，大家都看得到。</Quiet>
      ) : null}
      {decisions.map((d) => (
        <View key={d.resolutionId} className="m-stack">
          <Row
            left={d.words}
            quiet={sayDecision(d, now)}
            chip={
              d.clash || d.refusal !== undefined ? (
                <Chip tone="vermilion">{d.clash ? '两边写的不一样' : '没传上'}</Chip>
              ) : d.waits ? (
                <Chip tone="sun">待传</Chip>
              ) : undefined
            }
            label={`${d.words}，改`}
            onTap={() => setOpen(d)}
          />
          {d.refusal ? <Says tone="vermilion">{d.refusal}</Says> : null}
          <Choose decision={d} notebook={notebook} />
        </View>
      ))}
      <MainButton onTap={() => setOpen('new')}>记一条定下来的事</MainButton>
      <Sheet open={open !== undefined} title="定下来的事" onClose={() => setOpen(undefined)}>
        {open === undefined ? null : (
          <DecisionForm
            meeting={meeting}
            decision={open === 'new' ? undefined : open}
            onSave={(decision) => {
              notebook.decide(decision)
              setOpen(undefined)
            }}
            onStrike={(decision) => {
              if (decision.revision === 0) notebook.forgetDecision(decision.resolutionId)
              else notebook.decide({ ...decision, struck: true })
              setOpen(undefined)
            }}
          />
        )}
      </Sheet>
    </Card>
  )
}
