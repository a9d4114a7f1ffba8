import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { type Mail, withLink } from './deps.ts'
import { setting } from './setting.ts'

/** What stands in the subject came in before titles were held to a line, or is a register's: mail takes no line break there. */
const oneLine = (subject: string): string => subject.replaceAll(/\p{Cc}+/gu, ' ')

export function sesMail(): Mail {
  const ses = new SESv2Client({ maxAttempts: 6 })
  return {
    send: async (message) => {
      const { to, subject } = message
      const text = withLink(message, setting('PORTAL_URL'))
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: setting('MAIL_FROM'),
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: { Data: oneLine(subject) }, Body: { Text: { Data: text } } } },
        }),
      )
    },
  }
}
