/** Lambda's limit, in bytes of the JSON that it answers with (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
const MOST_BYTES = 6 * 1024 * 1024

const text = /^text\/|^application\/([\w.-]+\+)?(json|xml)\b/

/** The API's answer as it comes out of Lambda: text, or base64 of anything else, or not at all. @throws Error where it is too large */
export async function asLambdaAnswers(answer: Response): Promise<Response> {
  if (!answer.body) return answer
  const bytes = Buffer.from(await answer.arrayBuffer())
  const asText = text.test(answer.headers.get('content-type') ?? '')
  const { length } = JSON.stringify(bytes.toString(asText ? 'utf8' : 'base64'))
  if (length > MOST_BYTES) throw new Error(`Lambda would not answer with this: it is ${length} bytes of JSON.`)
  return new Response(bytes, answer)
}
