import { useState } from 'react'
import { readPlate, sayPlate } from '../../../shared/lease/plate'
import { useAct } from '../../kernel/act'
import { TextField } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import type { Lease } from '../parts/LeaseDetail'

/** A plate as it is typed; read in any of its forms. */
export function PlateField(props: {
  value: string
  onInput(value: string): void
  tried: boolean
  label?: string
}) {
  const read = readPlate(props.value)
  return (
    <TextField
      label={props.label ?? '车牌'}
      value={props.value}
      onInput={props.onInput}
      max={16}
      placeholder="比如 渝A12345"
      hint={read ? `车牌是 ${sayPlate(read)}` : '蓝牌、黄牌、绿牌都行'}
      error={props.tried && read === undefined ? '这不是车牌，请照行驶证再填一次' : undefined}
    />
  )
}

export function PlateSheet(props: {
  books: Books
  lease: Lease
  onDone(says: string): void
  onClose(): void
}) {
  const { books, lease } = props
  const { run, busy, refusal } = useAct('lease.changePlate')
  const [plate, setPlate] = useState('')
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (readPlate(plate) === undefined) return
    const answer = await run({ ...books, leaseId: lease.leaseId, plate })
    if (answer) props.onDone(`车牌改成 ${sayPlate(answer.plate)}`)
  }
  return (
    <ActSheet
      title="改车牌"
      act="改"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <PlateField value={plate} onInput={setPlate} tried={tried} label="新车牌" />
    </ActSheet>
  )
}
