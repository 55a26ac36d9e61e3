import { openApi } from '../kernel/openapi'
import { open } from '../kernel/verb'

export const publishContract = open('house.openapi', async () => openApi() as { openapi: string })
