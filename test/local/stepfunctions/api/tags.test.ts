import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig, roleArn } from '../rig.ts'
import { pass, text } from './definitions.ts'

test('tags are kept', async () => {
  await using rig = await Rig.open()
  const resourceArn = await rig.create('m', pass)
  await rig.client.send(
    new sfn.TagResourceCommand({
      resourceArn,
      tags: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    }),
  )
  await rig.client.send(new sfn.UntagResourceCommand({ resourceArn, tagKeys: ['a'] }))
  const { tags } = await rig.client.send(new sfn.ListTagsForResourceCommand({ resourceArn }))
  expect(tags).toEqual([{ key: 'b', value: '2' }])
})

test('a machine is made with at most 50 tags', async () => {
  await using rig = await Rig.open()
  const tags = Array.from({ length: 51 }, (_, number) => ({ key: `key ${number}`, value: '' }))
  const asked = { name: 'm', definition: text(pass), roleArn }
  await rig.client.send(new sfn.CreateStateMachineCommand({ ...asked, tags: tags.slice(1) }))
  await expect(rig.client.send(new sfn.CreateStateMachineCommand({ ...asked, name: 'n', tags }))).rejects.toMatchObject(
    { name: 'TooManyTags' },
  )
})
