import api from '../../functions/doors/api'
import storage from '../../functions/doors/storage'
import { serveMeasured } from './serving'

// the doors as they are deployed
serveMeasured((req, res) => (req.url!.startsWith('/api/storage') ? storage(req, res) : api(req, res)))
