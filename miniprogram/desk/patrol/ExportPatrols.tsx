import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Input } from '../../../shared/contract'
import { useAct } from '../../kernel/act'
import { newId } from '../../kernel/ids'
import { asSaid, type Said } from '../../kernel/refused'
import { PlainButton, Progress, Refused, Says } from '../../kernel/ui'
import { keepFile } from '../parts/keepFile'

/** All of it as a spreadsheet. Asked again after it was broken off, it is the same one. */
export function ExportPatrols(props: { of: Omit<Input<'patrol.export'>, 'id'>; name: string }) {
  const { run, busy, refusal } = useAct('patrol.export')
  const [percent, setPercent] = useState<number>()
  const [note, setNote] = useState<string>()
  const [trouble, setTrouble] = useState<Said>()
  const id = useRef<string>(undefined)
  const make = async () => {
    setNote(undefined)
    setTrouble(undefined)
    id.current ??= newId()
    const made = await run({ ...props.of, id: id.current })
    if (!made) return
    try {
      setPercent(0)
      setNote(await keepFile(props.name, made.address, setPercent))
      id.current = undefined
    } catch (reason) {
      setTrouble(asSaid(reason))
    } finally {
      setPercent(undefined)
    }
  }
  return (
    <View className="d-detail">
      {percent === undefined ? (
        <PlainButton busy={busy} onTap={() => void make()}>
          导出表格（Excel 能打开）
        </PlainButton>
      ) : (
        <Progress done={percent} of={100} says={`正在取回 ${percent}%`} />
      )}
      {note ? <Says tone="pine">{note}</Says> : null}
      <Refused by={trouble ?? refusal} />
    </View>
  )
}
