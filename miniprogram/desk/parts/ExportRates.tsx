import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Input, Output } from '../../../shared/contract'
import { call } from '../../kernel/api'
import { newId } from '../../kernel/ids'
import { asSaid, Refusal, type Said } from '../../kernel/refused'
import { PlainButton, Progress, Refused, Says } from '../../kernel/ui'
import { keepFile } from './keepFile'

interface Far {
  done: number
  of: number
  says: string
}

/** The numbers and the whistles behind them as a spreadsheet: worked out month by month, then handed over. */
export function ExportRates(props: { of: Omit<Input<'rates.export'>, 'id'>; name: string }) {
  const [far, setFar] = useState<Far>()
  const [note, setNote] = useState<string>()
  const [refusal, setRefusal] = useState<Said>()
  // what was begun and broken off goes on where it was, under the id that it has
  const begun = useRef<{ asked: string; id: string }>(undefined)
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )
  const stop = () => {
    turn.current++
    setFar(undefined)
  }
  const run = async () => {
    const mine = ++turn.current
    const asked = JSON.stringify(props.of)
    if (begun.current?.asked !== asked) begun.current = { asked, id: newId() }
    const { id } = begun.current
    setNote(undefined)
    setRefusal(undefined)
    setFar({ done: 0, of: 1, says: '正在算' })
    try {
      let answer: Output<'rates.export'>
      do {
        answer = await call('rates.export', { ...props.of, id })
        if (mine !== turn.current) return
        const { done, of } = answer
        setFar({ done, of, says: `已算好 ${done} / ${of} 个月` })
      } while (answer.address === null)
      const says = await keepFile(props.name, answer.address, (percent) => {
        if (mine === turn.current) setFar({ done: percent, of: 100, says: `正在取回 ${percent}%` })
      })
      if (mine !== turn.current) return
      // the next one is worked out anew, with what has happened since
      begun.current = undefined
      setFar(undefined)
      setNote(says)
    } catch (reason) {
      if (mine !== turn.current) return
      const said = asSaid(reason)
      // what the server will not go on with is begun anew the next time
      if (said instanceof Refusal) begun.current = undefined
      setRefusal(said)
      setFar(undefined)
    }
  }
  return (
    <View className="d-detail">
      {far === undefined ? (
        <PlainButton onTap={() => void run()}>导出表格（Excel 能打开）</PlainButton>
      ) : (
        <Progress done={far.done} of={far.of} says={far.says} onStop={stop} />
      )}
      {note && <Says tone="pine">{note}</Says>}
      <Refused by={refusal} />
    </View>
  )
}
