import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { isBrowser } from '../../kernel/device'
import { newId } from '../../kernel/ids'
import { PlainButton, Quiet } from '../../kernel/ui'
import type { ChosenSheet } from './sendSheet'
import './desk.scss'

const endings = ['xlsx', 'csv']

const saySize = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** Chooses the spreadsheet: from the disk in the browser, from a chat in WeChat, where files live. */
export function SheetField(props: {
  value?: ChosenSheet
  onChoose(sheet: ChosenSheet): void
  /** In MB. */
  atMost?: number
}) {
  const { value, onChoose, atMost = 10 } = props
  const limits = `xlsx 或 csv，最大 ${atMost} MB`
  const says = value ? '换一个文件' : '选择表格文件'
  const fromChat = async () => {
    try {
      const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: endings })
      const file = tempFiles[0]
      if (file) onChoose({ id: newId(), path: file.path, name: file.name, bytes: file.size })
    } catch {
      // closed without choosing
    }
  }
  return (
    <View className="k-field">
      <View className="k-label">表格文件</View>
      {isBrowser ? (
        <label className="k-tap k-button k-button-plain d-file">
          {says}
          <input
            type="file"
            className="d-file-input"
            aria-label={says}
            accept=".xlsx,.csv"
            onChange={(e) => {
              const file = e.currentTarget.files?.[0]
              // the same file, mended, must be noticed when it is chosen again
              e.currentTarget.value = ''
              if (file)
                onChoose({ id: newId(), path: URL.createObjectURL(file), name: file.name, bytes: file.size })
            }}
          />
        </label>
      ) : (
        <PlainButton onTap={() => void fromChat()}>{says}</PlainButton>
      )}
      <Quiet>
        {value
          ? `${value.name} · ${saySize(value.bytes)}`
          : isBrowser
            ? limits
            : `先把表格发到任意一个微信聊天里（比如文件传输助手），再到这里选。${limits}`}
      </Quiet>
    </View>
  )
}
