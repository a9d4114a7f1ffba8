export const words = {
  link: 'Put what waits for you into your calendar',
  title: 'Your calendar',
  what: [
    'Your own calendar (Outlook, Google, Apple or another) can show what waits for you here, by the day it is due. It asks this service again every hour or so.',
    'Calendars cannot sign in. They read an address that holds a secret: whoever has it can read what is asked of you and the titles of the cases, and nothing else. Give it to nobody.',
  ],
  none: 'Nobody can read your calendar at the moment.',
  since: (when: string) =>
    `Your calendar can be read since ${when}. The address was shown once, and is kept nowhere. If you have lost it, or somebody else may have it, make a new one: the old one stops at once.`,
  make: 'Make an address',
  renew: 'Make a new address',
  making: 'One moment …',
  made: 'Your address is made. It is shown only now',
  address: 'Address to subscribe to',
  how: [
    'Outlook: Add calendar, then “Subscribe from web”.',
    'Google Calendar: Other calendars, then “From URL”.',
    'iPhone or Mac: Calendar, then “Add subscription calendar”.',
  ],
  copy: 'Copy the address',
  copied: 'Copied.',
  notCopied: 'Your browser did not let this page copy it. Select the address, and copy it yourself.',
  end: 'Stop: let nobody read it any more',
  ended: 'Nobody can read your calendar any more.',
  success: 'Done',
  home: 'Home',
} as const
