/** Of every page about a part of a case; apart from the case's own words, which are many. */
export const words = {
  back: 'Back to the case',
  backToTender: 'Back to the tender',
  success: 'Done',
  notForYou: {
    title: 'You cannot see this page',
    part: (page: string) => `“${page}” is for people who have another part in this case.`,
    case: 'See how the case stands, and what you can read and do in it',
    whole:
      'The pages of a case are for the practices, its panel, and the people who run, approve or audit it. Anybody can read what is public about it.',
    tender: 'Read the tender',
    home: 'Go to the home page',
  },
  goOn: 'Do it now',
  asked: (what: string, due: string, left: string) => `You are asked to ${what}, by ${due} (in ${left}).`,
  wasAsked: (what: string, due: string, late: string) => `You were asked to ${what}, by ${due}. It is ${late} late.`,
}
