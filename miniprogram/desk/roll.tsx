import { View } from '@tarojs/components'
import { useState } from 'react'
import { Offline, Refusal } from '../kernel/api'
import { go, useParams } from '../kernel/go'
import { newId } from '../kernel/ids'
import { useLoad } from '../kernel/load'
import {
  Choice,
  Faces,
  MainButton,
  PlainButton,
  Progress,
  Quiet,
  Says,
  Screen,
  Split,
  useWide,
} from '../kernel/ui'
import { useCommunity } from './parts/community'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { changesNothing, RollAdds, RollProblems } from './parts/RollFindings'
import { SheetExample } from './parts/SheetExample'
import { SheetField } from './parts/SheetField'
import { fieldSays } from './parts/saidIn'
import { sayCount } from './parts/says'
import type { ChosenSheet } from './parts/sendSheet'
import { saySize } from './parts/treeOf'
import { useRoll } from './parts/useRoll'
import './parts/desk.scss'

const sayPart = (done: number, of: number) =>
  of === 0 ? '正在打开文件' : `已核对 ${sayCount(done)} / ${sayCount(of)} 行`

export default function ImportRoll() {
  const here = useCommunity('roll.upload')
  const { communityId } = here
  const asked = useParams<{ compoundId: string }>().compoundId
  const tree = useLoad('place.tree', communityId ? { communityId } : null)
  const [picked, pick] = useState(asked)
  const [sheet, setSheet] = useState<ChosenSheet>()
  const [wanting, setWanting] = useState(false)
  const roll = useRoll(communityId)
  const wide = useWide()

  if (communityId === undefined)
    return (
      <Screen title="导入名册">
        <NotYours what="导入名册" />
      </Screen>
    )

  const compounds = tree.data?.compounds ?? []
  const compound =
    compounds.find((c) => c.compoundId === picked) ?? (compounds.length === 1 ? compounds[0] : undefined)
  const begin = () => {
    if (compound === undefined || sheet === undefined) return setWanting(true)
    void roll.start(compound.compoundId, sheet)
  }
  const again = () => {
    setSheet(undefined)
    setWanting(false)
    roll.over()
  }
  const { step, view, said } = roll
  const title = compound ? `${compound.name}的住户名册` : '住户名册'

  const acts = () => {
    if (step === 'choose') return <MainButton onTap={begin}>上传并核对</MainButton>
    if (step === 'stopped') return <MainButton onTap={() => void roll.goOn()}>接着核对</MainButton>
    if (step === 'checked' && view?.state === 'ready' && !changesNothing(view))
      return <MainButton onTap={() => void roll.takeIn()}>导入</MainButton>
    if (step === 'importing')
      return (
        <MainButton busy onTap={() => undefined}>
          正在导入
        </MainButton>
      )
    if (step === 'checked' && view?.state === 'refused')
      return <MainButton onTap={again}>改好了，重新选文件</MainButton>
    if ((step === 'done' || step === 'checked') && compound)
      return (
        <MainButton onTap={() => go('desk/homes', { communityId, compoundId: compound.compoundId })}>
          看这个小区的住户
        </MainButton>
      )
    return null
  }

  const form = (
    <Faces
      of={tree}
      lines={3}
      isEmpty={(t) => t.compounds.length === 0}
      empty={{
        says: '还没有小区',
        more: '先登记小区，再导入它的名册。',
        act: '去登记小区',
        onAct: () => go('desk/place-edit', { kind: 'compound', communityId }),
      }}
    >
      {(data) => (
        <View className="d-detail">
          <Choice
            label="哪个小区的名册"
            options={data.compounds.map((c) => ({
              value: c.compoundId,
              label: c.name,
              hint: saySize(c),
            }))}
            value={compound?.compoundId}
            onChange={(compoundId) => {
              pick(compoundId)
              // the roll of another compound is another import
              setSheet((was) => was && { ...was, id: newId() })
              roll.over()
            }}
            error={wanting && !compound ? '请先选小区' : undefined}
          />
          <SheetField
            value={sheet}
            onChoose={(chosen) => {
              setSheet(chosen)
              setWanting(false)
              roll.over()
            }}
          />
          {wanting && !sheet && <Says tone="vermilion">请先选表格文件</Says>}
        </View>
      )}
    </Faces>
  )

  const work = (
    <View className="d-detail">
      {sheet && <Quiet>{`${title} · ${sheet.name}`}</Quiet>}
      {step === 'sending' && sheet && (
        <Progress done={roll.sentBytes} of={sheet.bytes} says="正在上传文件" onStop={roll.stop} />
      )}
      {step === 'checking' && (
        <Progress
          done={view?.checked ?? 0}
          of={view?.lines ?? 0}
          says={sayPart(view?.checked ?? 0, view?.lines ?? 0)}
          onStop={roll.stop}
        />
      )}
      {step === 'stopped' && !said && (
        <Says tone="sun">{`停下了，${sayPart(view?.checked ?? 0, view?.lines ?? 0)}，还没有导入任何内容。`}</Says>
      )}
      {step === 'stopped' && view && (
        <Progress done={view.checked} of={view.lines} says={sayPart(view.checked, view.lines)} />
      )}
      {view && (step === 'checked' || step === 'importing') && view.state === 'refused' && (
        <RollProblems view={view} />
      )}
      {view && (step === 'checked' || step === 'importing') && view.state === 'ready' && (
        <RollAdds view={view} done={false} />
      )}
      {view && step === 'done' && <RollAdds view={view} done />}
      {step === 'importing' && <Quiet>一次全部写入，请不要关掉页面。</Quiet>}
      {(step === 'stopped' || step === 'checked' || step === 'done') && view?.state !== 'refused' && (
        <PlainButton onTap={again}>
          {step === 'done' || (view && changesNothing(view)) ? '再导入一份' : '不导入了，换一个文件'}
        </PlainButton>
      )}
    </View>
  )

  const refused =
    said instanceof Refusal
      ? (fieldSays(said, 'bytes') ?? fieldSays(said, 'fileName') ?? said.message)
      : said instanceof Offline
        ? '没有信号，停在这里了，连上后可以接着办。'
        : undefined
  const says = refused && <Says tone="vermilion">{refused}</Says>
  const foot = acts()
  if (wide)
    return (
      <Screen title="导入名册" wide>
        <Split
          list={
            <>
              <CommunityPick here={here} />
              {form}
              {step === 'choose' && says}
              {step === 'choose' && foot}
            </>
          }
          detail={
            step === 'choose' ? (
              <SheetExample />
            ) : (
              <>
                {work}
                {says}
                {foot}
              </>
            )
          }
        />
      </Screen>
    )
  return (
    <Screen title="导入名册" foot={foot ?? undefined}>
      <CommunityPick here={here} />
      {step === 'choose' ? form : work}
      {says}
      {step === 'choose' && <SheetExample />}
    </Screen>
  )
}
