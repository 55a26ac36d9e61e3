import { View } from '@tarojs/components'
import { useState } from 'react'
import { papersAtMost } from '../../../shared/meeting/limits'
import { categoryWords } from '../../../shared/whistle/categories'
import { fieldSays } from '../../desk/parts/saidIn'
import { Ticks } from '../../desk/parts/Ticks'
import { useCreate } from '../../desk/parts/useCreate'
import { useAct } from '../../kernel/act'
import { useList } from '../../kernel/load'
import { PhotoField } from '../../kernel/photos'
import { useMe } from '../../kernel/session'
import { MainButton, PlainButton, Quiet, Refused, Skeleton, TextField, Toggle } from '../../kernel/ui'
import { usePhotoForm } from '../../whistle/parts/acts/usePhotoForm'
import { Papers } from '../parts/Papers'
import type { Item, Meeting } from '../parts/words'
import '../../desk/parts/desk.scss'

interface Whistle {
  whistleId: string
  title: string
  place: string
}

/** Open whistles of the compound; who does not work for the community knows them by place and kind alone. */
function useOpenWhistles({ communityId, compoundId }: Meeting, asked: boolean) {
  const { can } = useMe()
  const place = compoundId === null || !asked ? null : { communityId, compoundId }
  const works = place !== null && can('whistle.board', place)
  const board = useList('whistle.board', works ? { ...place, tab: 'open' } : null)
  const open = useList('whistle.public', place && !works ? { ...place, show: 'open' } : null)
  const items: Whistle[] = works
    ? board.items
    : open.items.map((w) => ({ ...w, title: categoryWords[w.category] }))
  const { state, error, reload } = works ? board : open
  return { items, state, error, reload }
}

/** Which whistles it is about; to make one wait for the meeting is done from the whistle. */
function WhistlesOf(props: {
  meeting: Meeting
  linked: readonly Whistle[]
  value: readonly string[]
  onChange(ids: readonly string[]): void
}) {
  const { linked, value, onChange } = props
  const [asked, ask] = useState(false)
  const open = useOpenWhistles(props.meeting, asked)
  const isLinked = new Set(linked.map((w) => w.whistleId))
  const all = [...linked, ...open.items.filter((w) => !isLinked.has(w.whistleId))]
  return (
    <>
      {all.length > 0 ? (
        <Ticks
          label="有关的哨"
          options={all.map((w) => ({ value: w.whistleId, label: w.title, hint: w.place }))}
          value={value}
          onChange={onChange}
        />
      ) : null}
      {asked ? null : <PlainButton onTap={() => ask(true)}>连上有关的哨</PlainButton>}
      {asked && open.state === 'loading' ? <Skeleton lines={1} /> : null}
      {asked && open.state === 'failed' ? (
        <PlainButton onTap={open.reload}>{`${open.error?.message ?? ''}，再试一次`}</PlainButton>
      ) : null}
      {asked && open.state === 'ready' && all.length === 0 ? <Quiet>这个小区没有在办的哨。</Quiet> : null}
    </>
  )
}

const readMinutes = (text: string): number | null | undefined =>
  text.trim() === '' ? null : /^[1-9]\d{0,2}$/.test(text.trim()) ? Number(text.trim()) : undefined

/** One item: what is to be spoken of, for how long, whether owners vote on it, its whistles and its papers. */
export function ItemForm(props: { meeting: Meeting; item: Item | undefined; onSaved(): void }) {
  const { meeting, item } = props
  const { communityId, meetingId } = meeting
  const add = useCreate('meeting.addItem')
  const change = useAct('meeting.changeItem')
  const photos = usePhotoForm(communityId)
  const [title, setTitle] = useState(item?.title ?? '')
  const [words, setWords] = useState(item?.words ?? '')
  const [minutes, setMinutes] = useState(item?.minutes ? String(item.minutes) : '')
  const [owners, setOwners] = useState(item?.owners ?? false)
  const [whistleIds, setWhistles] = useState<readonly string[]>(item?.whistles.map((w) => w.whistleId) ?? [])
  const [paperIds, setPapers] = useState<readonly string[]>(item?.papers.map((p) => p.photoId) ?? [])
  const [tried, setTried] = useState(false)
  const long = readMinutes(minutes)
  const refusal = photos.trouble ?? add.refusal ?? change.refusal

  const save = async () => {
    setTried(true)
    if (title.trim() === '' || long === undefined) return
    const taken = await photos.send()
    if (taken === undefined) return
    const photoIds = [...paperIds, ...taken]
    const said = {
      communityId,
      meetingId,
      title: title.trim(),
      ...(words.trim() !== '' && { words: words.trim() }),
      ...(long !== null && { minutes: long }),
      ...(owners && { owners }),
      ...(whistleIds.length > 0 && { whistleIds: [...whistleIds] }),
      ...(photoIds.length > 0 && { photoIds }),
    }
    const done = item ? await change.run({ ...said, itemId: item.itemId }) : await add.create(said)
    if (done) props.onSaved()
  }
  return (
    <View className="d-detail">
      <TextField
        label="议什么"
        value={title}
        onInput={setTitle}
        max={40}
        placeholder="比如 加装楼梯扶手"
        error={tried && title.trim() === '' ? '请写议什么' : fieldSays(refusal, 'title')}
      />
      <TextField
        label="说明（可以不写）"
        value={words}
        onInput={setWords}
        long
        max={1000}
        error={fieldSays(refusal, 'words')}
      />
      <TextField
        label="大约几分钟（可以不写）"
        type="number"
        value={minutes}
        onInput={setMinutes}
        max={3}
        error={tried && long === undefined ? '请写分钟数' : fieldSays(refusal, 'minutes')}
      />
      <Toggle
        label="业主表决的事"
        hint="花公共的钱、改管理办法等，要提前更久通知"
        on={owners}
        onChange={setOwners}
      />
      <WhistlesOf meeting={meeting} linked={item?.whistles ?? []} value={whistleIds} onChange={setWhistles} />
      <View className="k-field">
        <View className="k-label">材料（拍照）</View>
        {item && paperIds.length > 0 ? (
          <>
            <Papers papers={item.papers.filter((p) => paperIds.includes(p.photoId))} of={item.title} />
            <PlainButton onTap={() => setPapers([])}>这些材料都不要了</PlainButton>
          </>
        ) : null}
        <PhotoField {...photos.field} most={papersAtMost - paperIds.length} />
      </View>
      <Refused by={refusal} />
      <MainButton busy={add.busy || change.busy || photos.busy} onTap={() => void save()}>
        {item ? '改好了' : '加上'}
      </MainButton>
      <Quiet>定好的议题发通知时一起告诉大家。</Quiet>
    </View>
  )
}
