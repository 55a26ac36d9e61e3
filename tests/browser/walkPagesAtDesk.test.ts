import { lookAtPages } from './lookAtPages'

lookAtPages(['worker', 'second', 'bookkeeper', 'keeperOfHongyun', 'overseer'])
