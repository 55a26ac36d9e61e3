import { Refused } from '../refused'
import { sameSecret, sign } from '../secrets'
import { isKey, type UploadTerms } from './storage'

/** The terms as form fields: the phone can carry them but not change them. */
export function signTerms({ key, contentTypes, bytesAtMost, until }: UploadTerms): Record<string, string> {
  if (!isKey(key)) throw new Error('A key for an upload must lie under its community')
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
