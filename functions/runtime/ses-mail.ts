import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { type Mail, withLink } from './deps.ts'
import { setting } from './setting.ts'

export function sesMail(): Mail {
  const ses = new SESv2Client()
  return {
    send: async (message) => {
      const { to, subject } = message
      const text = withLink(message, setting('PORTAL_URL'))
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: setting('MAIL_FROM'),
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
        }),
      )
    },
  }
}
