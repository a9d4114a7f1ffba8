/** Short things, a line each. */
export function BulletList({ items }: { items: readonly string[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
