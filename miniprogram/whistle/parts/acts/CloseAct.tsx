import { useAct } from '../../../kernel/act'
import { Says } from '../../../kernel/ui'
import { type ActProps, ActSheet, keyOf } from './ActSheet'

export function CloseAct({ whistle, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('whistle.close')
  const close = async () => {
    if (await run(keyOf(whistle))) onDone('这件事结束了')
  }
  return (
    <ActSheet
      title="结束这件事"
      act="结束，不再办了"
      onAct={() => void close()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>已经回访过，居民说修好了。结束以后 7 天内，居民还可以要求重新办。</Says>
    </ActSheet>
  )
}
