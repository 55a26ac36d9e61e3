import { lookAtPages } from './lookAtPages'

lookAtPages('phone')
