import { handling } from './handling'
import { lists } from './lists'
import { reporting } from './reporting'

export const whistle = { ...reporting, ...handling, ...lists }
