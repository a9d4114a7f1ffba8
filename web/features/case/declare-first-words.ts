/** The names of the pages on which somebody declares. */
export const words = {
  case: 'Your declaration about the organisations that tendered',
  register: 'My interests',
} as const
