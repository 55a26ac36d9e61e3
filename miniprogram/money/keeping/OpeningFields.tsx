import { useState } from 'react'
import { type MoneyKind, moneyKinds } from '../../../shared/account/fields'
import { Quiet, TextField } from '../../kernel/ui'
import { readYuan } from '../../kernel/yuan'
import { figures } from '../parts/sums'

const labels: Record<MoneyKind, string> = {
  cash: '那天手里的现金（元）',
  bank: '那天银行里的（元）',
  wechat: '那天微信里的（元）',
}

/** What was there on the first day, as it is typed; undefined where one of the sums is none. */
export function useOpening() {
  const [typed, setTyped] = useState<Record<MoneyKind, string>>({ cash: '', bank: '', wechat: '' })
  const sums = moneyKinds.map((key) => {
    const text = typed[key].trim()
    return { key, fen: text === '' || text === '0' ? 0 : readYuan(text) }
  })
  const opening = sums.every(({ fen }) => fen !== undefined)
    ? sums.flatMap(({ key, fen }) => (fen ? [{ key, fen }] : []))
    : undefined
  return { typed, setTyped, sums, opening }
}

export function OpeningFields({ of, tried }: { of: ReturnType<typeof useOpening>; tried: boolean }) {
  const { typed, setTyped, sums } = of
  return (
    <>
      {sums.map(({ key, fen }) => (
        <TextField
          key={key}
          label={labels[key]}
          type="digit"
          max={12}
          value={typed[key]}
          placeholder="没有就不填"
          onInput={(value) => setTyped({ ...typed, [key]: value })}
          error={tried && fen === undefined ? '请写多少元，最多两位小数' : undefined}
        />
      ))}
      <Quiet>{`合起来 ${figures(sums.reduce((sum, { fen }) => sum + (fen ?? 0), 0))} 元，都是业主的。`}</Quiet>
    </>
  )
}
