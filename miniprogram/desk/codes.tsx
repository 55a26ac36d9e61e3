import { isBrowser } from '../kernel/device'
import { useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Faces, MainButton, Screen } from '../kernel/ui'
import { CodeSheet } from './parts/CodeSheet'
import { NotYours } from './parts/NotYours'

/** A sheet to print, cut and hang: one code for each building and entrance. */
export default function Codes() {
  const { can } = useMe()
  const { communityId, compoundId } = useParams<{ communityId: string; compoundId: string }>()
  const allowed =
    communityId !== undefined && compoundId !== undefined && can('place.codes', { communityId, compoundId })
  const codes = useLoad('place.codes', allowed ? { communityId, compoundId } : null)
  if (!allowed)
    return (
      <Screen title="二维码">
        <NotYours what="打印二维码" />
      </Screen>
    )
  const print = isBrowser && codes.data && codes.data.items.length > 0 && (
    <MainButton onTap={() => window.print()}>打印这些二维码</MainButton>
  )
  return (
    <Screen title="楼栋和单元的二维码" wide foot={print || undefined}>
      <Faces
        of={codes}
        lines={4}
        isEmpty={(data) => data.items.length === 0}
        empty={{ says: '还没有楼栋', more: '登记楼栋和单元以后，每处会有一个二维码。' }}
      >
        {(data) => (
          <CodeSheet
            items={data.items}
            under={data.compound}
            help={`${data.compound} 一共 ${data.items.length} 个。剪下来贴在楼门和单元门旁，居民扫一下就知道是哪里。`}
            says="微信扫一扫，认领住户、反映问题"
          />
        )}
      </Faces>
    </Screen>
  )
}
