import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { Documents } from './deps.ts'
import { setting } from './setting.ts'

export function s3Documents(): Documents {
  const s3 = new S3Client()
  const at = (key: string) => ({ Bucket: setting('DOCUMENTS_BUCKET'), Key: key })
  return {
    put: async (key, bytes) => {
      await s3.send(new PutObjectCommand({ ...at(key), Body: bytes }))
    },
    get: async (key) => {
      const { Body } = await s3.send(new GetObjectCommand(at(key))).catch((error) => {
        if (error.name !== 'NoSuchKey') throw error
        throw Object.assign(new Error(`There is no document ${key}.`), { name: 'DocumentNotFound' })
      })
      return (await Body?.transformToByteArray()) ?? new Uint8Array()
    },
  }
}
