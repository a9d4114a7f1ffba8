import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { SealedTenders } from './deps.ts'
import { s3Area } from './s3-area.ts'

/** What bidders sealed, under `tenders/` of the bucket. */
export function s3SealedTenders(): SealedTenders {
  // The checksum of an upload is the bidder's own, and signed: the SDK must not add another of no bytes.
  const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
  const { at, bytesOf, prefix: area } = s3Area('tenders')
  return {
    put: async (key, bytes) => {
      const put = new PutObjectCommand({ ...at(key), Body: bytes, IfNoneMatch: '*' })
      // The key says what is in it: what is there already is the same.
      await s3.send(put).catch((thrown) => {
        if (!(thrown instanceof S3ServiceException && thrown.name === 'PreconditionFailed')) throw thrown
      })
    },
    get: async (key) => bytesOf(key, s3.send(new GetObjectCommand(at(key)))),
    sizes: async (prefix) => {
      const found = new Map<string, number>()
      const { Bucket, Key: Prefix } = at(prefix)
      let ContinuationToken: string | undefined
      do {
        const page = await s3.send(
          new ListObjectsV2Command({ Bucket, Prefix, ...(ContinuationToken && { ContinuationToken }) }),
        )
        for (const { Key = '', Size = 0 } of page.Contents ?? []) found.set(Key.slice(area.length), Size)
        ContinuationToken = page.NextContinuationToken
      } while (ContinuationToken)
      return found
    },
    uploadTo: async (key, { bytes, sha256, seconds }) => {
      const checksum = Buffer.from(sha256, 'hex').toString('base64')
      const put = new PutObjectCommand({
        ...at(key),
        ContentLength: bytes,
        ChecksumSHA256: checksum,
        // What is there stays: an address that leaked, or is used twice, changes nothing.
        IfNoneMatch: '*',
      })
      const headers = { 'x-amz-checksum-sha256': checksum, 'if-none-match': '*' }
      const signed = new Set(['content-length', ...Object.keys(headers)])
      const url = await getSignedUrl(s3, put, {
        expiresIn: seconds,
        signableHeaders: signed,
        unhoistableHeaders: signed,
      })
      return { url, headers }
    },
  }
}
