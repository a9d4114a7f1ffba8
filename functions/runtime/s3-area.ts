import type { GetObjectCommandOutput } from '@aws-sdk/client-s3'
import { setting } from './setting.ts'

/** One area of the bucket: rights are given by area, so that who reads documents cannot read what is sealed. */
export function s3Area(area: 'documents' | 'tenders') {
  return {
    prefix: `${area}/`,
    at: (key: string) => ({ Bucket: setting('DOCUMENTS_BUCKET'), Key: `${area}/${key}` }),
    /** @throws Error named `DocumentNotFound` */
    bytesOf: async (key: string, got: Promise<GetObjectCommandOutput>): Promise<Uint8Array> => {
      const { Body } = await got.catch((error) => {
        if (error.name !== 'NoSuchKey') throw error
        throw Object.assign(new Error(`There is no document ${key}.`), { name: 'DocumentNotFound' })
      })
      return (await Body?.transformToByteArray()) ?? new Uint8Array()
    },
  }
}
