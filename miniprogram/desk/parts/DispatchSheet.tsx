import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Category } from '../../../shared/whistle/categories'
import type { Party } from '../../../shared/whistle/states'
import { partyKindWords } from '../../../shared/whistle/words'
import { useLoad } from '../../kernel/load'
import { Choice, Faces, MainButton, PlainButton, Quiet, Row, TextField } from '../../kernel/ui'
import { partyKey } from '../../whistle/parts/acts/useSending'
import type { Order, OrderForm, ToSend } from './dispatchMany'
import { Ticks } from './Ticks'
import './desk.scss'

interface Sendable extends Party {
  name: string
  usual: boolean
}

const hintOf = (p: Sendable): string | undefined =>
  p.usual ? '平时派给' : p.kind === 'organisation' ? undefined : partyKindWords[p.kind]
const optionOf = (p: Sendable) => ({ value: partyKey(p), label: p.name, hint: hintOf(p) })

const coAtMost = 5
const usualFirst = (items: readonly Sendable[]) =>
  [...items].sort((a, b) => Number(b.usual) - Number(a.usual))

/** To whom whistles of one compound go, and with what words. */
export function DispatchSheet(props: {
  communityId: string
  compoundId: string
  /** Of which category all of them are, if of one: then it is known who usually gets it. */
  category?: Category
  whistles: readonly ToSend[]
  form: OrderForm
  change(form: OrderForm): void
  onSend(order: Order): void
  onClose(): void
}) {
  const { communityId, compoundId, category, whistles, form, change } = props
  const { lead, co, instruction } = form
  const parties = useLoad('whistle.parties', { communityId, compoundId, category })
  const [withCo, setWithCo] = useState(co.length > 0)
  const [tried, setTried] = useState(false)

  const send = (items: readonly Sendable[]) => {
    setTried(true)
    const plain = (key: string): Party[] =>
      items.flatMap(({ kind, partyId }) => (partyKey({ kind, partyId }) === key ? [{ kind, partyId }] : []))
    const [party] = plain(lead ?? '')
    if (!party) return
    const others = co.filter((key) => key !== lead).flatMap(plain)
    const words = instruction.trim()
    props.onSend({
      lead: party,
      ...(others.length > 0 ? { co: others } : {}),
      ...(words === '' ? {} : { instruction: words }),
    })
  }
  return (
    <Faces
      of={parties}
      lines={3}
      isEmpty={({ items }) => items.length === 0}
      empty={{ says: '这个小区还没有可以派的单位', more: '街道把物业或部门交给这个小区以后，就能派给它。' }}
    >
      {({ items }) => (
        <View className="d-detail">
          {whistles.length > 1 && (
            <Quiet>{`这 ${whistles.length} 件：${whistles.map((w) => w.title).join('；')}`}</Quiet>
          )}
          <Choice
            label="派给谁牵头"
            options={usualFirst(items).map(optionOf)}
            value={lead}
            onChange={(key) => change({ ...form, lead: key })}
            error={tried && lead === undefined ? '请选派给谁' : undefined}
          />
          {items.length > 1 &&
            (withCo ? (
              <Ticks
                label="谁来协助（可以不选）"
                options={items.filter((p) => partyKey(p) !== lead).map(optionOf)}
                value={co}
                onChange={(next) => change({ ...form, co: next.slice(-coAtMost) })}
              />
            ) : (
              <Row left="加协办的一方" quiet="可以不加" onTap={() => setWithCo(true)} />
            ))}
          <TextField
            label="要交代的话（可以不写）"
            value={instruction}
            onInput={(text) => change({ ...form, instruction: text })}
            long
            max={500}
            hint="牵头和协办的一方会看到"
          />
          {whistles.some((w) => w.state === 'submitted') && <Quiet>还没受理的，会先受理再派。</Quiet>}
          <View className="d-acts">
            <MainButton onTap={() => send(items)}>
              {whistles.length > 1 ? `派出这 ${whistles.length} 件` : '派出去'}
            </MainButton>
            <PlainButton onTap={props.onClose}>先不派</PlainButton>
          </View>
        </View>
      )}
    </Faces>
  )
}
