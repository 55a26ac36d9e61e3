import { ScrollView, View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { isBrowser } from '../device'
import { Tap } from './Tap'

/** A second, smaller page over this one, from below; in the wide browser it stands in the middle. */
export function Sheet({
  open,
  title,
  onClose,
  children,
}: {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}) {
  useEffect(() => {
    if (!isBrowser || !open) return
    const hear = (e: KeyboardEvent) => {
      if (e.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [open, onClose])

  if (!open) return null
  return (
    <View className="k-sheet" ariaRole="dialog" ariaLabel={title} {...{ role: 'dialog' }} catchMove>
      <Tap className="k-sheet-shade" label="关闭" onTap={onClose} />
      <View className="k-sheet-paper">
        <View className="k-sheet-head">
          <View className="k-heading">{title}</View>
          <Tap className="k-sheet-close" label="关闭" onTap={onClose}>
            关闭
          </Tap>
        </View>
        <ScrollView scrollY className="k-sheet-body">
          <View className="k-sheet-inner">{children}</View>
        </ScrollView>
      </View>
    </View>
  )
}
