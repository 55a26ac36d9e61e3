import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './desk.scss'

/** A word or a day that stays on one line of a table. */
export const Short = ({ children }: { children: ReactNode }) => <View className="d-short">{children}</View>
