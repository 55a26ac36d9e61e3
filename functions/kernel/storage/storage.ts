/** What may be uploaded where, and until when. */
export interface UploadTerms {
  /** Under its tenant: `c/<communityId>/…`. */
  key: string
  contentTypes: readonly string[]
  bytesAtMost: number
  until: Date
}

/** Where the phone posts a form: these fields first, then the file as `file`. */
export interface UploadPolicy {
  url: string
  fields: Record<string, string>
}

/** Where files are. The phone uploads straight to it; only what it has signed is taken in. */
export interface Storage {
  uploadPolicy(terms: UploadTerms): UploadPolicy
  /** Undefined: nothing has been uploaded there. */
  readFile(key: string): Promise<Buffer | undefined>
  /** Nothing there counts as removed. */
  removeFile(key: string): Promise<void>
}

const keyShape = /^c\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/[0-9A-Za-z_-][0-9A-Za-z._-]{0,99}){1,6}$/

/** A key lies under its tenant and can lead nowhere else. */
export const isKey = (key: string): boolean => keyShape.test(key)
