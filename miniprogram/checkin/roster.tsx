import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, dayOf } from '../../shared/kernel/time'
import { goodDays, rosterFileBytes } from '../../shared/slip/states'
import { SheetField } from '../desk/parts/SheetField'
import { fieldSays } from '../desk/parts/saidIn'
import { sayCount } from '../desk/parts/says'
import type { ChosenSheet } from '../desk/parts/sendSheet'
import { goInstead } from '../kernel/go'
import { Offline } from '../kernel/refused'
import {
  DayField,
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
import { opensNothing, RosterAdds, RosterExample, RosterProblems } from './parts/RosterFindings'
import { UnitPick, useUnit } from './parts/unit'
import { useRoster } from './parts/useRoster'
import '../desk/parts/desk.scss'

const sayPart = (done: number, of: number) =>
  of === 0 ? '正在打开文件' : `已核对 ${sayCount(done)} / ${sayCount(of)} 行`

/** Slips for a whole roster, as the roll of homes is imported: sent, checked line by line, taken in once. */
export default function RosterPage() {
  const here = useUnit()
  const wide = useWide()
  const roster = useRoster()
  const [sheet, setSheet] = useState<ChosenSheet>()
  const [expires, setExpires] = useState(() => addDays(dayOf(new Date()), goodDays))
  const [wanting, setWanting] = useState(false)
  const { unit } = here
  if (unit === undefined)
    return (
      <Screen title="用名册开单">
        <Faces of={here.list} isEmpty={() => true} empty={{ says: '还没有请你当联络员的单位' }}>
          {() => null}
        </Faces>
      </Screen>
    )
  const { step, view, said } = roster
  const begin = () => (sheet ? void roster.start(unit.unitId, sheet, expires) : setWanting(true))
  const again = () => {
    setSheet(undefined)
    setWanting(false)
    roster.over()
  }
  const foot = () => {
    if (step === 'choose') return <MainButton onTap={begin}>上传并核对</MainButton>
    if (step === 'stopped') return <MainButton onTap={() => void roster.goOn()}>接着核对</MainButton>
    if (step === 'checked' && view?.state === 'ready' && !opensNothing(view))
      return (
        <MainButton
          onTap={() => void roster.takeIn()}
        >{`开 ${sayCount(view.adds?.slips ?? 0)} 张报到单`}</MainButton>
      )
    if (step === 'importing')
      return (
        <MainButton busy onTap={() => undefined}>
          正在开单
        </MainButton>
      )
    if (step === 'checked' && view?.state === 'refused')
      return <MainButton onTap={again}>改好了，重新选文件</MainButton>
    if (step === 'done' || step === 'checked')
      return (
        <MainButton onTap={() => goInstead('checkin/slips', { unitId: unit.unitId })}>
          去打印报到单
        </MainButton>
      )
    return null
  }
  const form = (
    <View className="d-detail">
      <UnitPick here={here} />
      <SheetField
        atMost={rosterFileBytes / 1024 / 1024}
        value={sheet}
        onChoose={(chosen) => {
          setSheet(chosen)
          setWanting(false)
          roster.over()
        }}
      />
      {wanting && !sheet ? <Says tone="vermilion">请先选表格文件</Says> : null}
      <DayField label="哪天前有效" value={expires} onChange={setExpires} error={fieldSays(said, 'expires')} />
    </View>
  )
  const work = (
    <View className="d-detail">
      {sheet ? <Quiet>{`${unit.name} · ${sheet.name}`}</Quiet> : null}
      {step === 'sending' && sheet ? (
        <Progress done={roster.sentBytes} of={sheet.bytes} says="正在上传文件" onStop={roster.stop} />
      ) : null}
      {step === 'checking' || (step === 'stopped' && view) ? (
        <Progress
          done={view?.checked ?? 0}
          of={view?.lines ?? 0}
          says={sayPart(view?.checked ?? 0, view?.lines ?? 0)}
          onStop={step === 'checking' ? roster.stop : undefined}
        />
      ) : null}
      {step === 'stopped' && !said ? <Says tone="sun">停下了，还没有开任何报到单。</Says> : null}
      {view && (step === 'checked' || step === 'importing') && view.state === 'refused' ? (
        <RosterProblems view={view} />
      ) : null}
      {view && (step === 'checked' || step === 'importing') && view.state === 'ready' ? (
        <RosterAdds view={view} done={false} />
      ) : null}
      {view && step === 'done' ? <RosterAdds view={view} done /> : null}
      {step === 'importing' ? <Quiet>一次全部开好，请不要关掉页面。</Quiet> : null}
      {(step === 'stopped' || step === 'checked' || step === 'done') && view?.state !== 'refused' ? (
        <PlainButton onTap={again}>{step === 'done' ? '再导入一份' : '不导入了，换一个文件'}</PlainButton>
      ) : null}
    </View>
  )
  const refused = said
    ? said instanceof Offline
      ? '没有信号，停在这里了，连上后可以接着办。'
      : (fieldSays(said, 'bytes') ?? fieldSays(said, 'fileName') ?? said.message)
    : undefined
  const says = refused ? <Says tone="vermilion">{refused}</Says> : null
  const act = foot()
  if (wide)
    return (
      <Screen title="用名册开单" wide>
        <Split
          list={
            <>
              {form}
              {step === 'choose' ? says : null}
              {step === 'choose' ? act : null}
            </>
          }
          detail={
            step === 'choose' ? (
              <RosterExample />
            ) : (
              <>
                {work}
                {says}
                {act}
              </>
            )
          }
        />
      </Screen>
    )
  return (
    <Screen title="用名册开单" foot={act ?? undefined}>
      {step === 'choose' ? form : work}
      {says}
      {step === 'choose' ? <RosterExample /> : null}
    </Screen>
  )
}
