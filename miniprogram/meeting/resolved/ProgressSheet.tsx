import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { wordsAtMost } from '../../../shared/resolution/policy'
import { useMake } from '../../kernel/make'
import { PhotoGrid, usePhotos } from '../../kernel/photos'
import { Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import type { ResolutionView } from './ResolutionDetail'

export type ProgressAct = 'progress' | 'finish' | 'drop'

const photosAtMost = 9
const forms = {
  progress: {
    title: '报进展',
    says: '办到哪一步、还差什么，写给大家看。下次例会会接着问。',
    label: '办到哪一步了',
    phrases: ['已经找好施工的人。', '材料到了，下周动工。', '在等报价。'],
    missing: '请写办到哪一步了',
    act: '报上去',
    done: '报上去了',
  },
  finish: {
    title: '办好了',
    says: '要有照片，或写明做了什么。大家都会看到。',
    label: '做了什么',
    phrases: ['已经装好，试过结实。', '已经做完，钱也付清了。'],
    missing: '请拍一张照片，或写明做了什么',
    act: '办好了，告诉大家',
    done: '记下了：办好了',
  },
  drop: {
    title: '不办了',
    says: '这件事就此不办，为什么不办会写在这里，大家都会看到。',
    label: '为什么不办了',
    phrases: ['大家后来商量，不用办了。', '换了别的办法。'],
    missing: '请写明为什么不办',
    act: '不办了，告诉大家',
    done: '记下了：不办了',
  },
} as const
const kept = '没有信号，先存在手机里，有信号时自动发出去'

/** What was done, with photos; without signal it waits in the queue. */
export function ProgressSheet(props: {
  act: ProgressAct
  resolution: ResolutionView
  onClose(): void
  onDone(says: string): void
}) {
  const { act, resolution } = props
  const { communityId, resolutionId } = resolution
  const form = forms[act]
  const { make, busy, refusal, outcome } = useMake(`resolution.${act}`)
  const [words, setWords] = useState('')
  const [keys, setKeys] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const photos = usePhotos({ communityId, keys, change: setKeys, most: photosAtMost })
  const said = words.trim()
  const nothing = said === '' && !(act === 'finish' && keys.length > 0)
  const told = useRef(props.onDone)
  told.current = props.onDone
  useEffect(() => {
    if (outcome) told.current(outcome === 'made' ? form.done : kept)
  }, [outcome, form.done])
  const send = async () => {
    setTried(true)
    if (nothing) return
    const words = act === 'drop' ? { reason: said } : said === '' ? {} : { words: said }
    await make(
      { communityId, resolutionId, ...words } as Parameters<typeof make>[0],
      `${form.title}：${resolution.words.slice(0, 20)}`,
      keys,
    )
  }
  return (
    <ActSheet
      title={form.title}
      act={form.act}
      tone={act === 'drop' ? 'vermilion' : 'pine'}
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says>{form.says}</Says>
      {act === 'drop' ? null : (
        <View className="k-field">
          <View className="k-label">照片</View>
          <PhotoGrid of={photos} />
        </View>
      )}
      <WordsField
        label={form.label}
        value={words}
        onInput={setWords}
        phrases={form.phrases}
        max={act === 'drop' ? 500 : wordsAtMost}
        missing={tried && nothing ? form.missing : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
