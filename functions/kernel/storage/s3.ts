import { holdToKey, type Storage } from './storage'

/** A bucket of Amazon S3 or of whoever speaks its language. */
export interface Bucket {
  name: string
  /** Undefined: Amazon's own. */
  endpoint: string | undefined
  region: string
  key: string
  secret: string
  /** The bucket stands in the path, not before the host. */
  inPath: boolean
}

// An address is signed as of a fixed time before it expires, so that it is the same whenever it is asked for.
const secondsSigned = 86_400

/** Files in a bucket. What it speaks with is loaded when a file is first needed. */
export function openS3(bucket: Bucket): Storage {
  let opened: ReturnType<typeof connect> | undefined
  const s3 = () => {
    opened ??= connect(bucket)
    return opened
  }
  const at = (key: string) => {
    holdToKey(key)
    return { Bucket: bucket.name, Key: key }
  }

  return {
    async uploadPolicy({ key, contentTypes, bytesAtMost, until }) {
      const place = at(key)
      const { client, createPresignedPost } = await s3()
      return createPresignedPost(client, {
        ...place,
        Fields: { 'Content-Type': contentTypes[0] },
        Conditions: [['content-length-range', 1, bytesAtMost]],
        // it counts on from the clock of the machine, which is thus taken out again; what is below a second it drops
        Expires: (until.getTime() - Date.now() + 100) / 1000,
      })
    },

    async readFile(key) {
      const place = at(key)
      const { client, GetObjectCommand } = await s3()
      try {
        const { Body } = await client.send(new GetObjectCommand(place))
        return Buffer.from(await Body!.transformToByteArray())
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return undefined
        throw error
      }
    },

    async putFile(key, content, contentType) {
      const place = at(key)
      const { client, PutObjectCommand } = await s3()
      await client.send(new PutObjectCommand({ ...place, Body: content, ContentType: contentType }))
    },

    async removeFile(key) {
      const place = at(key)
      const { client, DeleteObjectCommand } = await s3()
      await client.send(new DeleteObjectCommand(place))
    },

    async readAddress(key, until) {
      const place = at(key)
      const { client, GetObjectCommand, getSignedUrl } = await s3()
      const reading = { ResponseCacheControl: 'private, max-age=900', ResponseContentDisposition: 'inline' }
      return getSignedUrl(client, new GetObjectCommand({ ...place, ...reading }), {
        signingDate: new Date(until.getTime() - secondsSigned * 1000),
        expiresIn: secondsSigned,
      })
    },
  }
}

async function connect({ endpoint, region, key, secret, inPath }: Bucket) {
  const [{ S3Client, ...commands }, { createPresignedPost }, { getSignedUrl }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/s3-presigned-post'),
    import('@aws-sdk/s3-request-presigner'),
  ])
  const client = new S3Client({
    ...(endpoint !== undefined && { endpoint }),
    region,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    forcePathStyle: inPath,
    // others than Amazon do not know its newer checksums
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, ...commands, createPresignedPost, getSignedUrl }
}
