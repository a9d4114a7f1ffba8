/** A setting of the environment that nothing works without. */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The setting ${name} is missing from the environment.`)
  return value
}
