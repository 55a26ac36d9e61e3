import { mergeInternalComponents } from '@tarojs/shared'
import names from './aria.json'

// Taro's templates carry no names for screen readers. The build adds them (config/aria.ts), and the runtime must count
// the same attributes, because it addresses each by its place in the list.
mergeInternalComponents(names)
