import { refuse } from '../kernel/refused'
import { settings } from '../kernel/settings'
import { open } from '../kernel/verb'
import { beginSession } from './begin'
import { demoPersons } from './queries'

export const enterDemo = open('session.demo', async ({ database, input, now }) => {
  if (!settings().demo) refuse('demo_off')
  return database.lend(async (tx) => {
    const persons = await demoPersons(tx)
    if (!persons.some((p) => p.person_id === input.personId)) refuse('not_found')
    return beginSession(tx, input.personId, input.device, now)
  })
})
