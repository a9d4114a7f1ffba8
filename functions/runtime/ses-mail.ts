import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import type { Mail } from './deps.ts'
import { setting } from './setting.ts'

export function sesMail(): Mail {
  const ses = new SESv2Client()
  return {
    send: async ({ to, subject, text }) => {
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
