import { View } from '@tarojs/components'
import { useState } from 'react'
import { numbers, type PatrolNumber } from '../../../shared/patrol/states'
import { numberDefinitions, numberWords } from '../../../shared/patrol/words'
import { sayMonth } from '../../../shared/rates/words'
import { Card, type Column, Heading, Quiet, Row, Table, Tap, useWide } from '../../kernel/ui'
import { sayMinutes } from '../../patrol/kept/words'
import { Segments } from '../parts/Segments'
import { type Counts, type NumberOf, sayCounts, sayTime, type Told } from './monthOf'
import './month.scss'

const late: readonly PatrolNumber[] = ['partly', 'missed', 'missedCheckpoints']

/** Each number with its word; it opens to what it counts, and tells what that is. */
export function Totals({ counts, onOpen }: { counts: Counts; onOpen: (number: PatrolNumber) => void }) {
  const perRound = counts.rounds > 0 ? (counts.findings / counts.rounds).toFixed(1).replace('.0', '') : '0'
  return (
    <>
      <View className="m-numbers">
        {numbers.map((number) => {
          const count = counts[number]
          const inside = (
            <>
              <View className="m-number-count">{count}</View>
              <Quiet>{numberWords[number]}</Quiet>
            </>
          )
          const className = `m-number${count > 0 && late.includes(number) ? ' is-late' : ''}`
          return count === 0 ? (
            <View key={number} className={className}>
              {inside}
            </View>
          ) : (
            <Tap
              key={number}
              className={className}
              label={`${numberWords[number]} ${count}，${numberDefinitions[number]}看是哪些`}
              onTap={() => onOpen(number)}
            >
              {inside}
            </Tap>
          )
        })}
      </View>
      <Quiet>{`${sayTime(counts, sayMinutes)}。平均每次发现 ${perRound} 个问题。`}</Quiet>
    </>
  )
}

type By = 'plans' | 'walkers' | 'months'
const bys: readonly { value: By; label: string }[] = [
  { value: 'plans', label: '按网格和小区' },
  { value: 'walkers', label: '按人' },
  { value: 'months', label: '按月' },
]
interface Group {
  group: string
  name: string
  counts: Counts
}

const columns: readonly Column<Group>[] = [
  { key: 'name', title: '名称', render: (g) => g.name, sort: (g) => g.name },
  ...(['due', 'walked', 'partly', 'missed', 'findings', 'fixed', 'whistled'] as const).map((number) => ({
    key: number,
    title: numberWords[number],
    render: (g: Group) => g.counts[number],
    sort: (g: Group) => g.counts[number],
  })),
]

/** The same numbers plan by plan, walker by walker, month by month. */
export function Groups({ told, onOpen }: { told: Told; onOpen: (of: NumberOf) => void }) {
  const wide = useWide()
  const [by, setBy] = useState<By>('plans')
  const rows: readonly Group[] =
    by === 'plans'
      ? told.plans.map((p) => ({ ...p, name: p.where }))
      : by === 'months'
        ? told.months.map((m) => ({ ...m, name: sayMonth(m.group) }))
        : told.walkers
  const open = ({ group, name, counts }: Group) => {
    if (by === 'months') return
    const number = counts.due > 0 ? 'due' : 'rounds'
    onOpen({ number, name, ...(by === 'plans' ? { planId: group } : { personId: group }) })
  }
  return (
    <View className="d-detail">
      <Segments label="怎么分" options={bys} value={by} onChange={(next) => setBy(next)} />
      {rows.length === 0 ? <Quiet>这段时间里还没有。</Quiet> : null}
      {wide && rows.length > 0 ? (
        <Table
          columns={columns}
          rows={rows}
          rowKey={(g) => g.group}
          {...(by !== 'months' && { onOpen: open })}
          label="巡查"
        />
      ) : null}
      {wide
        ? null
        : rows.map((g) => (
            <Card key={g.group}>
              <Heading>{g.name}</Heading>
              {by === 'months' ? (
                <Quiet>{sayCounts(g.counts)}</Quiet>
              ) : (
                <Row
                  left={sayCounts(g.counts)}
                  label={`${g.name}，${sayCounts(g.counts)}，看是哪些`}
                  onTap={() => open(g)}
                />
              )}
              <Quiet>{`${sayTime(g.counts, sayMinutes)}，发现 ${g.counts.findings} 个问题，当场处理 ${g.counts.fixed} 个`}</Quiet>
            </Card>
          ))}
    </View>
  )
}
