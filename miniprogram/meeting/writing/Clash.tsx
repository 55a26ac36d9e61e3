import { Text, View } from '@tarojs/components'
import { Label, MainButton, PlainButton, Says } from '../../kernel/ui'
import type { Leaf } from './book'
import type { Notebook } from './useNotebook'
import './writing.scss'

const Side = ({ name, words, restricted }: { name: string; words: string; restricted: string }) => (
  <View className="m-stack">
    <Label>{name}</Label>
    <Text className="mw-text" userSelect>
      {words}
    </Text>
    {restricted.trim() === '' ? null : (
      <Text className="mw-text" userSelect>{`不公开的部分：${restricted}`}</Text>
    )}
  </View>
)

const both = (one: string, other: string): string =>
  [one.trim(), other.trim()].filter((words) => words !== '').join('\n')

/** Two recorders wrote the same item: both texts stand here, and nothing is lost until one is chosen. */
export function Clash({ leaf, notebook }: { leaf: Leaf; notebook: Notebook }) {
  const { clash } = leaf
  const mine = <Side name="你写的" words={leaf.words} restricted={leaf.restricted} />
  if (clash === undefined)
    return (
      <>
        <Says tone="vermilion">这一条刚刚被另一位记录人删掉了，你写的还在这里。</Says>
        {mine}
        <MainButton onTap={() => notebook.again(leaf)}>留着，另记一条</MainButton>
        <PlainButton onTap={() => notebook.forgetLeaf(leaf.itemId)}>不要了</PlainButton>
      </>
    )
  const keep = (more: Partial<Leaf>) =>
    notebook.write({ ...leaf, ...more, revision: clash.revision, clash: undefined })
  return (
    <>
      <Says tone="vermilion">{`${clash.who || '另一位记录人'}刚刚也改了这一条，请看看两边，定用哪个。`}</Says>
      {mine}
      <Side name={`${clash.who || '另一位记录人'}写的`} words={clash.words} restricted={clash.restricted} />
      <MainButton
        onTap={() =>
          keep({
            words: both(clash.words, leaf.words),
            restricted: both(clash.restricted, leaf.restricted),
          })
        }
      >
        两段都留
      </MainButton>
      <View className="d-acts">
        <PlainButton onTap={() => keep({})}>用我写的</PlainButton>
        <PlainButton onTap={() => notebook.forgetLeaf(leaf.itemId)}>用对方写的</PlainButton>
      </View>
    </>
  )
}
