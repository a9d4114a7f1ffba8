export const words = {
  link: 'Add what is waiting for you, and meetings, to your calendar',
  title: 'Your calendar',
  what: [
    'Your own calendar (Outlook, Google, Apple or another) can show what is waiting for you here on the day it is due, and the meetings of your panels. It checks this service about once an hour.',
    'Calendars cannot sign in. They use an address that contains a secret: anyone who has it can read what you are asked to do, when and where panels of yours meet, and the titles of the cases, and nothing else. Do not share it.',
  ],
  none: 'Nobody can read your calendar at the moment.',
  since: (when: string) =>
    `Your calendar has been available since ${when}. The address was shown once and is not kept anywhere. If you have lost it, or somebody else may have it, make a new one: the old one stops working at once.`,
  make: 'Make an address',
  renew: 'Make a new address',
  making: 'One moment…',
  made: 'Your address is ready. It is shown only once',
  address: 'Address to subscribe to',
  how: [
    'Outlook: Add calendar, then “Subscribe from web”.',
    'Google Calendar: Other calendars, then “From URL”.',
    'iPhone or Mac: Calendar, then “Add subscription calendar”.',
  ],
  copy: 'Copy the address',
  copied: 'Copied.',
  notCopied: 'Your browser did not let this page copy the address. Select it and copy it yourself.',
  end: 'Stop access to your calendar',
  ended: 'Nobody can read your calendar any more.',
  success: 'Done',
  home: 'Home',
} as const
