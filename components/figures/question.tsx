import type { ReactNode } from 'react'
import type { Words } from '@/messages/words'

type Part = string | null | false | undefined

type Props = {
  id: string
  ask: string
  /** How much the answer can bear: counts, intervals, who is left out. */
  weight: readonly Part[]
  /** How to take the answer away. */
  take: ReactNode
  /** The question stands above already. */
  isAsked?: boolean
  words: Words
  children: ReactNode
}

/** One question of a page: asked, answered in a sentence and a drawing, weighed, and to be taken away. */
export function Question({ id, ask, weight, take, isAsked = false, words: { stats, paths }, children }: Props) {
  const said = weight.filter(Boolean).join(stats.sentenceJoin)
  return (
    <section id={id} className={`${isAsked ? 'mt-6' : 'mt-14 border-t border-hair pt-5'} [&>figure:first-of-type]:mt-1 [&>section:first-of-type]:mt-1`}>
      {!isAsked && <p className="eyebrow">{ask}</p>}
      {children}
      {said && <p className="weight mt-1">{said.charAt(0).toUpperCase() + said.slice(1)}{stats.sentenceEnd}</p>}
      {take}
      {/* On a phone a drawing fills the screen, and a page of them nine. */}
      {!isAsked && <p className="no-print mt-1 sm:hidden"><a className="lone" href="#answers">{paths.toAnswers}</a></p>}
    </section>
  )
}

/** An answer that is too thin for a drawing. */
export function Unanswered({ children }: { children: ReactNode }) {
  return <h2 className="mt-1 text-lead">{children}</h2>
}

/** The questions of a page, each with its answer in a sentence, as links to how it looks. */
export function Questions({ list, title }: { list: readonly (readonly [id: string, ask: string, answer: string])[]; title: string }) {
  return (
    <nav id="answers" aria-label={title} className="mt-6 max-w-[46rem]">
      <ul className="border-t border-hair">
        {list.map(([id, ask, answer]) => (
          <li key={id} className="border-b border-hair">
            <a className="group block py-2 no-underline" href={`#${id}`}>
              <span className="block text-mini text-soft">{ask}</span>
              <span className="underline decoration-line decoration-1 underline-offset-4 group-hover:decoration-current">{answer}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
