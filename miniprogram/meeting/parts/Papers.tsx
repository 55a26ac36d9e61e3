import { View } from '@tarojs/components'
import { addressOf, Picture, showPictures } from '../../kernel/photos'
import { Tap } from '../../kernel/ui'
import type { Item } from './words'
import './meeting.scss'

/** Papers of an item, photographed: each opens large by a tap. */
export function Papers({ papers, of }: { papers: Item['papers']; of: string }) {
  const shown = papers.flatMap((p) => {
    const [thumb, whole] = [addressOf(p.thumb), addressOf(p.whole ?? p.thumb)]
    return thumb && whole ? [{ id: p.photoId, thumb, whole }] : []
  })
  if (shown.length === 0) return null
  return (
    <View className="k-photos m-papers">
      {shown.map(({ id, thumb, whole }, i) => (
        <Tap
          key={id}
          className="k-photo"
          label={`${of}的材料 ${i + 1}，放大看`}
          onTap={() =>
            showPictures(
              shown.map((p) => p.whole),
              whole,
            )
          }
        >
          <Picture address={thumb} name={`${of}的材料 ${i + 1}`} />
        </Tap>
      ))}
    </View>
  )
}
