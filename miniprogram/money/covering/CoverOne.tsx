import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAct } from '../../kernel/act'
import { isBrowser } from '../../kernel/device'
import { useLoad } from '../../kernel/load'
import {
  addressOf,
  dropPhotos,
  PhotoGrid,
  Picture,
  sendPhotos,
  showPictures,
  usePhotos,
} from '../../kernel/photos'
import { asSaid, type Said } from '../../kernel/refused'
import { Card, Faces, Label, MainButton, PlainButton, Quiet, Refused, Says, Tap } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import { type Box, drawCovered } from './boxes'
import { CoverBoard } from './CoverBoard'
import '../parts/paper.scss'

const done = '遮好了，业主现在看得到这一张'
const bare = '没有要遮的，业主看得到了'

/** One voucher: dark boxes are drawn over what is private, or the paper is covered by hand and photographed again. */
export function CoverOne(props: {
  books: Books
  entryId: string
  photoId: string
  onDone(says: string): void
}) {
  const { books, entryId, photoId } = props
  const { communityId } = books
  const entry = useLoad('entry.get', { ...books, entryId })
  const mask = useAct('entry.mask')
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  const [keys, setKeys] = useState<readonly string[]>([])
  const [trouble, setTrouble] = useState<Said>()
  const [making, setMaking] = useState(false)
  const [unread, setUnread] = useState(false)
  const [sure, setSure] = useState(false)
  const photos = usePhotos({ communityId, keys, change: setKeys, most: 1 })

  const hand = async (says: string, makeKeys: () => Promise<readonly string[]>) => {
    if (making) return
    setMaking(true)
    setTrouble(undefined)
    try {
      const made = await makeKeys()
      const [maskedPhotoId] = await sendPhotos(made, communityId)
      if (maskedPhotoId === undefined) return
      if (await mask.run({ ...books, entryId, photoId, maskedPhotoId })) {
        dropPhotos(made)
        props.onDone(says)
      }
    } catch (reason) {
      setTrouble(asSaid(reason))
    } finally {
      setMaking(false)
    }
  }
  return (
    <Faces of={entry} lines={2}>
      {({ vouchers }) => {
        const paper = vouchers.find((v) => v.photoId === photoId)?.paper
        const address = addressOf(paper?.whole ?? paper?.thumb ?? null)
        if (address === undefined) return <Says tone="sun">这张凭证正在处理，过一会儿再来。</Says>
        const mayDraw = isBrowser && !unread
        const draw = (says: string) => void hand(says, async () => [await drawCovered(address, boxes)])
        const drawing = making && keys.length === 0
        return (
          <>
            {mayDraw ? (
              <Card>
                <Label>在图上按住拖一下，盖住私人的内容</Label>
                <CoverBoard
                  address={address}
                  boxes={boxes}
                  onChange={setBoxes}
                  onBroken={() => setUnread(true)}
                />
                <View className="d-acts is-small">
                  <PlainButton disabled={boxes.length === 0} onTap={() => setBoxes(boxes.slice(0, -1))}>
                    去掉刚才那一块
                  </PlainButton>
                  <PlainButton onTap={() => showPictures([address], address)}>放大看原件</PlainButton>
                </View>
                {boxes.length === 0 ? (
                  <PlainButton busy={drawing} onTap={() => setSure(true)}>
                    没有要遮的，给业主看
                  </PlainButton>
                ) : (
                  <MainButton busy={drawing} onTap={() => draw(done)}>
                    {`遮住这 ${boxes.length} 块，给业主看`}
                  </MainButton>
                )}
              </Card>
            ) : (
              <Card>
                <Label>原件</Label>
                <Tap
                  className="y-paper-frame"
                  label="看大图：凭证原件"
                  onTap={() => showPictures([address], address)}
                >
                  <Picture address={address} name="凭证原件" />
                </Tap>
              </Card>
            )}
            <Card>
              <Label>{mayDraw ? '或者拍一张遮好的' : '拍一张遮好的'}</Label>
              <Quiet>拿纸条盖住私人的内容，再拍一张。</Quiet>
              <PhotoGrid of={photos} add="拍遮好的凭证" />
              {keys.length > 0 ? (
                <MainButton busy={making} onTap={() => void hand(done, async () => keys)}>
                  用这一张，给业主看
                </MainButton>
              ) : null}
            </Card>
            {sure ? (
              <ActSheet
                title="看清楚了？"
                act="没有要遮的，给业主看"
                onAct={() => draw(bare)}
                busy={drawing}
                refusal={trouble ?? mask.refusal}
                onClose={() => setSure(false)}
              >
                <Says tone="sun">
                  这一张什么也没有盖。姓名、电话、身份证号、银行卡号一样都没有，才给业主看：全小区的业主马上看得到。
                </Says>
              </ActSheet>
            ) : (
              <Refused by={trouble ?? mask.refusal} />
            )}
          </>
        )
      }}
    </Faces>
  )
}
