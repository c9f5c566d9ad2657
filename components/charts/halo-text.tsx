import type { SVGProps } from 'react'

/** Words in a drawing that stay legible over what is drawn beneath them. */
export function HaloText({ soft = false, ...text }: SVGProps<SVGTextElement> & { soft?: boolean }) {
  const ink = soft ? 'fill-soft' : 'fill-ink'
  return <text {...text} className={`${ink} stroke-paper`} strokeWidth={4} paintOrder="stroke" />
}
