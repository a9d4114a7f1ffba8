/** Without a line break or another control character: what goes into subjects of emails, lists and headings. */
export const isOneLine = (text: string): boolean => !/\p{Cc}/u.test(text)
