import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPeriod } from '../../../shared/account/words'
import { monthOf } from '../../../shared/charge/rules'
import { sayYuan } from '../../../shared/kernel/money'
import { PickLine } from '../../desk/parts/PickLine'
import { useLoad } from '../../kernel/load'
import { PhotoGrid } from '../../kernel/photos'
import { DayField, Says, TextField } from '../../kernel/ui'
import { readYuan } from '../../kernel/yuan'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { usePaper } from '../acts/usePaper'
import type { Books } from '../parts/books'
import { DecisionField, noDecision, readDecision, SumField } from '../parts/fields'
import { readPercent, today } from '../parts/sums'

const monthsAtMost = 240

/** What was laid out, for what, and how it is paid back: with its paper and the decision it rests on. */
export function AddAdvance(props: {
  books: Books
  companies: readonly { organisationId: string; name: string }[]
  /** Laid out before there were books: what is paid back is asked for, and neither its use nor a paper. */
  before: boolean
  onDone(says: string): void
  onClose(): void
}) {
  const { books, companies, before } = props
  const accounts = useLoad('account.list', books)
  const paper = usePaper(before ? 'advance.carry' : 'advance.add', books.communityId)
  const [name, setName] = useState('')
  const [organisationId, setOrganisation] = useState<string>()
  const [accountId, setAccount] = useState<string>()
  const [typed, setTyped] = useState('')
  const [typedRepaid, setRepaid] = useState('')
  const [on, setOn] = useState(today)
  const [from, setFrom] = useState(today)
  const [months, setMonths] = useState('48')
  const [percent, setPercent] = useState('100')
  const [typedDecision, setDecision] = useState(noDecision)
  const [tried, setTried] = useState(false)
  const fen = readYuan(typed)
  const repaidFen = ['', '0'].includes(typedRepaid.trim()) ? 0 : readYuan(typedRepaid)
  const many =
    /^\d{1,3}$/.test(months) && Number(months) >= 1 && Number(months) <= monthsAtMost
      ? Number(months)
      : undefined
  const shareBp = readPercent(percent)
  const decision = readDecision(typedDecision)
  const orgId = organisationId ?? (companies.length === 1 ? companies[0]?.organisationId : undefined)
  const save = async () => {
    setTried(true)
    if (!name.trim() || !orgId || !fen || !many || !shareBp || !decision) return
    if (before ? repaidFen === undefined : !accountId || !paper.has) return
    const made = await paper.send({
      ...books,
      organisationId: orgId,
      name: name.trim(),
      fen,
      ...(before ? { repaidFen } : { accountId, on }),
      from: monthOf(from),
      months: many,
      shareBp,
      decision,
    })
    if (made) props.onDone(`垫资 ${sayYuan(fen)} 记上了`)
  }
  const missing = (is: boolean, says: string) => (tried && is ? says : undefined)
  return (
    <ActSheet
      title={before ? '补记开账前的垫资' : '登记一笔垫资'}
      act="记上"
      onAct={() => void save()}
      busy={paper.busy}
      refusal={paper.refusal}
      onClose={props.onClose}
    >
      <TextField
        label="垫钱做了什么"
        value={name}
        onInput={setName}
        max={40}
        error={missing(!name.trim(), '请写做了什么')}
      />
      <PickLine
        label="谁垫的"
        options={companies.map((o) => ({ value: o.organisationId, label: o.name }))}
        value={orgId}
        without="选一家单位"
        error={missing(!orgId, '请选一家单位')}
        onChange={setOrganisation}
      />
      {companies.length === 0 ? <Says tone="sun">这个小区还没有登记物业公司，请联系社区登记。</Says> : null}
      <SumField label="一共多少元" value={typed} onInput={setTyped} tried={tried} />
      {before ? (
        <TextField
          label="开账前已经还了多少元"
          type="digit"
          max={12}
          value={typedRepaid}
          placeholder="没有还过就不填"
          onInput={setRepaid}
          error={missing(repaidFen === undefined, '请写多少元，最多两位小数')}
        />
      ) : (
        <>
          <PickLine
            label="算在哪一项支出"
            options={(accounts.data?.items ?? [])
              .filter((a) => a.kind === 'expense' && a.key !== 'expense.manager')
              .map((a) => ({ value: a.accountId, label: a.name }))}
            value={accountId}
            without="选一项"
            error={missing(!accountId, '请选一项')}
            onChange={setAccount}
          />
          <DayField label="哪一天垫的" value={on} onChange={setOn} />
        </>
      )}
      <DayField
        label="从哪个月起还"
        value={from}
        onChange={setFrom}
        hint={`从 ${sayPeriod(monthOf(from))} 起`}
      />
      <TextField
        label="几个月还完"
        type="number"
        max={3}
        value={months}
        onInput={setMonths}
        hint={many && fen ? `每月还 ${sayYuan(Math.floor(fen / many))} 上下` : undefined}
        error={missing(!many, '请写 1 到 240 个月')}
      />
      <TextField
        label="拿业主停车收益的百分之几来还"
        type="digit"
        max={6}
        value={percent}
        onInput={setPercent}
        error={missing(!shareBp, '请写 1 到 100')}
      />
      <DecisionField books={books} value={typedDecision} onChange={setDecision} tried={tried} />
      {before ? null : (
        <View className="k-field">
          <View className="k-label">凭证</View>
          <PhotoGrid of={paper.photos} add="拍凭证" />
          {tried && !paper.has ? (
            <View className="k-wrong" ariaRole="alert">
              没有凭证不入账，请先拍下凭证
            </View>
          ) : null}
        </View>
      )}
      <Says>只从业主这一份里还，不动别的钱。</Says>
    </ActSheet>
  )
}
