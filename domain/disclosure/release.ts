/** Which release of the product this is, as `package.json` has it: papers are made in its words and its style. */
export const RELEASE = '0.1.0'
