import { useState } from 'react'
import { useCreate } from '../../desk/parts/useCreate'
import { Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import type { Books } from '../parts/books'
import { OpeningFields, useOpening } from './OpeningFields'

/** What was there on the first day was told wrongly: told anew, with a reason that every owner reads. */
export function OpeningSheet(props: { books: Books; onDone(says: string): void; onClose(): void }) {
  const { create, busy, refusal } = useCreate('account.mendOpening')
  const typed = useOpening()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (!typed.opening?.length || reason.trim() === '') return
    if (await create({ ...props.books, opening: typed.opening, reason: reason.trim() }))
      props.onDone('开账那天的钱改好了，原来那一笔还在，旁边写着为什么')
  }
  return (
    <ActSheet
      title="更正开账那天的钱"
      act="就是这些"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says>把那天有的钱全部重新写一遍。第一个月公布以后就不能再改了。</Says>
      <OpeningFields of={typed} tried={tried} />
      {tried && typed.opening?.length === 0 ? <Says tone="vermilion">请写那天有多少钱</Says> : null}
      <WordsField
        label="为什么改"
        value={reason}
        onInput={setReason}
        max={200}
        phrases={['开账时写错了。', '少记了一张存单。']}
        missing={tried && reason.trim() === '' ? '请写一句为什么' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
