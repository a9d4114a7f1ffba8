const plain = (skill: string): string => skill.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Skills are written by people, in the register and in rule books: “Cardiology” is “cardiology ”. */
export const isSameSkill = (one: string, other: string): boolean => plain(one) === plain(other)
