import type { ReactNode } from 'react'

/** A part of the method under its own address. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="text-lead">{title}</h2>
      {children}
    </section>
  )
}
