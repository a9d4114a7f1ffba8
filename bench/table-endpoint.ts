import { deps } from '../functions/runtime/deps.ts'

/** Where the locality's DynamoDB listens, for clients of one's own. */
export async function tableEndpoint(): Promise<string> {
  const { protocol, hostname, port } = (await deps().table.client.config.endpoint?.()) ?? {}
  return `${protocol}//${hostname}:${port}`
}
