import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { Documents } from './deps.ts'
import { s3Area } from './s3-area.ts'

/** Documents that may be read, under `documents/` of the bucket. */
export function s3Documents(): Documents {
  const s3 = new S3Client()
  const { at, bytesOf } = s3Area('documents')
  const put = async (key: string, bytes: Uint8Array) => {
    await s3.send(new PutObjectCommand({ ...at(key), Body: bytes }))
  }
  return {
    put,
    putSupplied: put,
    removeSupplied: async (key) => {
      await s3.send(new DeleteObjectCommand(at(key)))
    },
    putParts: async (key, parts) => {
      const { UploadId } = await s3.send(new CreateMultipartUploadCommand(at(key)))
      const upload = { ...at(key), UploadId }
      try {
        const done: { ETag: string | undefined; PartNumber: number }[] = []
        for await (const part of parts) {
          const PartNumber = done.length + 1
          const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber, Body: part }))
          done.push({ ETag, PartNumber })
        }
        await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: done } }))
      } catch (error) {
        await s3.send(new AbortMultipartUploadCommand(upload))
        throw error
      }
    },
    get: async (key) => bytesOf(key, s3.send(new GetObjectCommand(at(key)))),
    getRange: async (key, { from, bytes }) =>
      bytesOf(key, s3.send(new GetObjectCommand({ ...at(key), Range: `bytes=${from}-${from + bytes - 1}` }))),
  }
}
