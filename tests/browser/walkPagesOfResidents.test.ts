import { lookAtPages } from './lookAtPages'

lookAtPages([
  'stranger',
  'newcomer',
  'owner',
  'lead',
  'grid',
  'member',
  'liaison',
  'property',
  'officer',
  'district',
])
