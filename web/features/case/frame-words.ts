/** Of every page about a part of a case; apart from the case's own words, which are many. */
export const words = {
  back: 'Back to the case',
  backToTender: 'Back to the tender',
  success: 'Done',
}
