import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '../../../shared/kernel/time'
import { projectStateWords, sideWords, wantKindWords } from '../../../shared/project/words'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Chip, Faces, Heading, Quiet, Row, Says } from '../../kernel/ui'
import { ActFoot, type FootAct } from '../../meeting/parts/ActFoot'
import { beside } from '../../whistle/parts/words'
import { isWaiting, type Project, sayTerms, TermsCard, toneOfProject } from './ProjectTerms'
import { AgreeAct, DeclineAct, FinishAct, GiveUpAct, StepAct, TakeBackAct } from './projectActs'
import '../../desk/parts/desk.scss'
import '../../meeting/parts/meeting.scss'

const sheets = {
  agree: AgreeAct,
  decline: DeclineAct,
  takeBack: TakeBackAct,
  step: StepAct,
  finish: FinishAct,
  giveUp: GiveUpAct,
}
type Asked = keyof typeof sheets

/** Whose word it is: mine, or the other side's. */
const sayWaits = ({ waitsFor, side }: Project): string | undefined =>
  waitsFor === null ? undefined : waitsFor === side ? '等你们答复' : `等${sideWords[waitsFor]}答复`

export function ProjectDetail(props: { communityId: string; projectId: string; onChanged?(): void }) {
  const { communityId, projectId } = props
  const loaded = useLoad('project.get', { communityId, projectId })
  const [asked, ask] = useState<Asked>()
  const [note, setNote] = useState<string>()
  const now = new Date()
  return (
    <Faces of={loaded} lines={3}>
      {(p) => {
        const may = (act: Project['acts'][number]) => p.acts.includes(act)
        const waiting = p.terms.find(isWaiting)
        const older = p.terms.filter(
          (t) => t.termsId !== waiting?.termsId && t.termsId !== p.inForce?.termsId,
        )
        const main: FootAct | undefined = may('agree')
          ? { word: '同意', onTap: () => ask('agree') }
          : may('step')
            ? { word: '记一条进展', onTap: () => ask('step') }
            : undefined
        const others: FootAct[] = [
          ...(may('decline') ? [{ word: '不同意', onTap: () => ask('decline') }] : []),
          ...(may('takeBack') ? [{ word: '收回', onTap: () => ask('takeBack') }] : []),
          ...(may('finish') ? [{ word: '做完了', onTap: () => ask('finish') }] : []),
          ...(may('change')
            ? [
                { word: '改一改', onTap: () => go('checkin/project-edit', { communityId, projectId }) },
                ...(p.inForce === null ? [] : [{ word: '不做了', onTap: () => ask('giveUp') }]),
              ]
            : []),
        ]
        const Sheet = asked && sheets[asked]
        const waits = sayWaits(p)
        return (
          <View className="m-page">
            {note ? <Says tone="pine">{note}</Says> : null}
            <Card>
              <View className="m-title" ariaRole="heading">
                {p.title}
              </View>
              <View className="w-chips">
                <Chip tone={toneOfProject(p.state, p.waitsFor !== null && p.waitsFor === p.side)}>
                  {waits ?? projectStateWords[p.state]}
                </Chip>
                <Chip tone="quiet">{wantKindWords[p.kind]}</Chip>
              </View>
              <Quiet>{beside(p.unit, p.community)}</Quiet>
            </Card>
            {waiting ? (
              <TermsCard
                terms={waiting}
                title={
                  p.inForce === null
                    ? `${sideWords[waiting.madeBy]}提的`
                    : `${sideWords[waiting.madeBy]}想改成`
                }
                now={now}
              />
            ) : null}
            {p.inForce === null ? null : <TermsCard terms={p.inForce} title="双方定好的" now={now} />}
            <Card>
              <Heading>{p.done.length === 0 ? '还没有进展' : '做了什么'}</Heading>
              {p.done.map((s) => (
                <Row key={s.stepId} left={s.words} quiet={beside(sayDay(s.day), `${sideWords[s.by]}记的`)} />
              ))}
              {p.done.length === 0 ? <Quiet>双方定好以后，做一步记一步。</Quiet> : null}
            </Card>
            {older.length > 0 ? (
              <Card>
                <Heading>以前的几份</Heading>
                {older.map((t) => (
                  <Row key={t.termsId} left={t.title} quiet={sayTerms(t)} />
                ))}
              </Card>
            ) : null}
            <ActFoot main={main} others={others} />
            {Sheet ? (
              <Sheet
                project={p}
                waiting={waiting}
                onClose={() => ask(undefined)}
                onDone={(says) => {
                  ask(undefined)
                  setNote(says)
                  loaded.reload()
                  props.onChanged?.()
                }}
              />
            ) : null}
          </View>
        )
      }}
    </Faces>
  )
}
