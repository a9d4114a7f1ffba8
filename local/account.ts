/** The account and region that the one-machine locality pretends to be; nothing here is a secret. */
export const region = 'eu-west-2'
export const account = '111111111111'
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' }

export function stateMachineArn(workflow: string): string {
  return `arn:aws:states:${region}:${account}:stateMachine:${workflow}`
}
