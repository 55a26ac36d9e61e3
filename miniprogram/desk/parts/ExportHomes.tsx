import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Input, Output } from '../../../shared/contract'
import { sayArea } from '../../../shared/kernel/area'
import { homeKindWords } from '../../../shared/place/modes'
import { call } from '../../kernel/api'
import { asSaid, type Said } from '../../kernel/refused'
import { PlainButton, Progress, Refused } from '../../kernel/ui'
import { saveCsv } from './csv'
import { sayCount } from './says'

type Home = Output<'home.list'>['items'][number]

const head = ['小区', '户', '类型', '平方米', '登记人数', '有人登录']
const lineOf = (h: Home) => [
  h.compound,
  h.label,
  homeKindWords[h.kind],
  sayArea(h.areaCentiares),
  String(h.ties),
  h.bound ? '是' : '否',
]

/** All homes that the list is narrowed to, read page by page into a table for Excel. */
export function ExportHomes(props: { of: Omit<Input<'home.list'>, 'after'>; about: number; name: string }) {
  const [read, setRead] = useState<number>()
  const [refusal, setRefusal] = useState<Said>()
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )
  const stop = () => {
    turn.current++
    setRead(undefined)
  }
  const run = async () => {
    const mine = ++turn.current
    const homes: Home[] = []
    setRefusal(undefined)
    setRead(0)
    try {
      let after: string | undefined
      do {
        const page: Output<'home.list'> = await call('home.list', { ...props.of, after })
        if (mine !== turn.current) return
        homes.push(...page.items)
        setRead(homes.length)
        after = page.next ?? undefined
      } while (after !== undefined)
      saveCsv(props.name, [head, ...homes.map(lineOf)])
      setRead(undefined)
    } catch (reason) {
      if (mine !== turn.current) return
      setRefusal(asSaid(reason))
      setRead(undefined)
    }
  }
  return (
    <View>
      {read === undefined ? (
        <PlainButton onTap={() => void run()}>导出表格（Excel 能打开）</PlainButton>
      ) : (
        <Progress
          done={read}
          of={Math.max(props.about, read)}
          says={`已读 ${sayCount(read)} 户`}
          onStop={stop}
        />
      )}
      <Refused by={refusal} />
    </View>
  )
}
