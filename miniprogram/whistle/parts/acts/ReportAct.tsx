import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCreate } from '../../../desk/parts/useCreate'
import { PhotoField } from '../../../kernel/photos'
import { useMe } from '../../../kernel/session'
import { Says } from '../../../kernel/ui'
import { myDispatch } from '../actsFor'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { usePhotoForm } from './usePhotoForm'
import { WordsField } from './WordsField'

/** A co-party tells the lead what it has done. */
export function ReportAct({ whistle, onClose, onDone }: ActProps) {
  const { me } = useMe()
  const { create, busy, refusal } = useCreate('whistle.report')
  const photos = usePhotoForm(whistle.communityId)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const dispatch = myDispatch(me, whistle)
  const lead = whistle.dispatches.find((d) => d.lead)?.name ?? '牵头方'
  const said = words.trim()

  const send = async () => {
    setTried(true)
    if (said === '' || dispatch === undefined) return
    const photoIds = await photos.send()
    if (photoIds === undefined) return
    const made = await create({
      ...keyOf(whistle),
      dispatchId: dispatch.dispatchId,
      words: said,
      ...(photoIds.length > 0 && { photoIds }),
    })
    if (made) onDone(`已经告诉${lead}`)
  }

  return (
    <ActSheet
      title="告诉牵头方"
      act={`告诉${lead}`}
      onAct={() => void send()}
      busy={busy || photos.busy}
      refusal={photos.trouble ?? refusal}
      onClose={onClose}
    >
      <Says>{`做了什么、还差什么，写给${lead}看，社区也看得到。`}</Says>
      <View className="k-field">
        <View className="k-label">照片（可以没有）</View>
        <PhotoField {...photos.field} />
      </View>
      <WordsField
        label="做了什么"
        value={words}
        onInput={setWords}
        missing={tried && said === '' ? '请写明做了什么' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
