import { Refused } from '../refused'
import { sameSecret, sign } from '../secrets'
import { holdToKey, isKey, type UploadTerms } from './storage'

/** The terms as form fields: the phone can carry them but not change them. */
export function signTerms({ key, contentTypes, bytesAtMost, until }: UploadTerms): Record<string, string> {
  holdToKey(key)
  const policy = Buffer.from(
    JSON.stringify({ key, contentTypes, bytesAtMost, until: until.toISOString() }),
  ).toString('base64url')
  return { key, policy, signature: sign('upload', policy) }
}

/** The terms behind the fields of a form, if they are ours and still hold. */
export function readTerms(fields: ReadonlyMap<string, string>, now: Date): UploadTerms {
  const [key = '', policy = '', signature = ''] = ['key', 'policy', 'signature'].map((f) => fields.get(f))
  if (!sameSecret(signature, sign('upload', policy))) throw new Refused('upload_unsigned')
  // signed by us, so it has the shape that we gave it
  const signed = JSON.parse(Buffer.from(policy, 'base64url').toString()) as Omit<UploadTerms, 'until'> & {
    until: string
  }
  if (key !== signed.key || !isKey(key)) throw new Refused('upload_unsigned')
  const until = new Date(signed.until)
  if (until.getTime() <= now.getTime()) throw new Refused('upload_expired')
  return { ...signed, until }
}

/** What an address carries behind its key, so that whoever has it may read until then. */
export function signReading(key: string, until: Date): string {
  holdToKey(key)
  const time = String(until.getTime())
  return new URLSearchParams({ until: time, signature: sign('read', `${key} ${time}`) }).toString()
}

/** Until when the address holds, if it is ours and still does. */
export function readReading(key: string, query: URLSearchParams, now: Date): Date {
  const [time, signature] = [query.get('until') ?? '', query.get('signature') ?? '']
  if (!sameSecret(signature, sign('read', `${key} ${time}`)) || !isKey(key))
    throw new Refused('address_unsigned')
  const until = new Date(Number(time))
  if (until.getTime() <= now.getTime()) throw new Refused('address_expired')
  return until
}
