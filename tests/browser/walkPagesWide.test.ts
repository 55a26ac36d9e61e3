import { lookAtPages } from './lookAtPages'

lookAtPages('wide')
