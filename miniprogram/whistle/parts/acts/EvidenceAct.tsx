import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAct } from '../../../kernel/act'
import { PhotoField } from '../../../kernel/photos'
import { Says } from '../../../kernel/ui'
import type { Whistle } from '../words'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { usePhotoForm } from './usePhotoForm'
import { WordsField } from './WordsField'

interface Evidence {
  title: string
  says(whistle: Whistle): string
  label: string
  phrases: readonly string[]
  missing: string
  act: string
  done: string
}

/** What the community asked last. */
const questionOf = ({ steps }: Whistle): string | undefined => {
  const asked = steps.filter((s) => /ask/i.test(s.action) && s.words !== null).pop()?.words
  return asked ? `社区问：${asked}` : undefined
}

/** Acts that are words and photos, of which one may be missing. */
const forms = {
  answer: {
    title: '补充说明',
    says: (whistle) => questionOf(whistle) ?? '补充以后，社区接着办。',
    label: '补充的话',
    phrases: [],
    missing: '请写几个字，或者拍一张照片',
    act: '交上去',
    done: '补充好了，社区接着办',
  },
  resolve: {
    title: '办结',
    says: () => '要有修好后的照片，或写明做了什么。居民会看到，然后说一说修好了没有。',
    label: '做了什么',
    phrases: ['已经修好，试过能用。', '换了新的。', '已经清理干净。'],
    missing: '请拍一张修好后的照片，或写明做了什么',
    act: '办结，请居民看看',
    done: '已经办结，等居民评价',
  },
} as const satisfies Record<string, Evidence>
export type EvidenceName = keyof typeof forms

export function EvidenceAct({ name, whistle, onClose, onDone }: ActProps & { name: EvidenceName }) {
  const form: Evidence = forms[name]
  const { run, busy, refusal } = useAct(`whistle.${name}`)
  const photos = usePhotoForm(whistle.communityId)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const nothing = words.trim() === '' && photos.isEmpty

  const send = async () => {
    setTried(true)
    if (nothing) return
    const photoIds = await photos.send()
    if (photoIds === undefined) return
    const said = words.trim()
    const answer = await run({
      ...keyOf(whistle),
      ...(said !== '' && { words: said }),
      ...(photoIds.length > 0 && { photoIds }),
    })
    if (answer) onDone(form.done)
  }

  return (
    <ActSheet
      title={form.title}
      act={form.act}
      onAct={() => void send()}
      busy={busy || photos.busy}
      refusal={photos.trouble ?? refusal}
      onClose={onClose}
    >
      <Says>{form.says(whistle)}</Says>
      <View className="k-field">
        <View className="k-label">照片</View>
        <PhotoField {...photos.field} />
      </View>
      <WordsField
        label={form.label}
        value={words}
        onInput={setWords}
        phrases={form.phrases}
        max={2500}
        missing={tried && nothing ? form.missing : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
