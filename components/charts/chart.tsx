import type { ReactNode } from 'react'
import { PictureLinks, type PicturePlace } from './picture-links'
import { chartSizes, type ChartSize } from './size'

type Props = {
  /** States the finding. */
  title: string
  /** The whole picture in a sentence, for those who do not see it. */
  label: string
  /** Height for a size, in the drawing's units. */
  height: (size: ChartSize) => number
  draw: (size: ChartSize) => ReactNode
  /** A legend where the drawing has no room for names. */
  legend?: ReactNode
  caption: ReactNode
  table: ReactNode
  tableName: string
  /** Its picture at an address of its own. */
  picture?: PicturePlace
}

/** A drawn finding: its title, the picture for desk or phone, how to read it, and the same as a table. */
export function Chart({ title, label, height, draw, legend, caption, table, tableName, picture }: Props) {
  return (
    <figure className="mt-10 max-w-[46rem]">
      <h2 className="mb-3 text-lead">{title}</h2>
      {chartSizes.map(size => (
        <svg
          key={size.name}
          viewBox={`0 0 ${size.width} ${height(size)}`}
          className={`${size.shown} h-auto w-full overflow-visible ${size.type}`}
          role="img"
          aria-label={label}
        >
          {draw(size)}
        </svg>
      ))}
      {legend}
      {caption && <figcaption className="mt-2 text-small text-soft">{caption}</figcaption>}
      <div className="mt-1 flex flex-wrap items-start gap-x-6">
        <details className="max-w-full text-small text-soft open:w-full">
          <summary className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4">
            {tableName}
          </summary>
          <div tabIndex={0} role="group" aria-label={title} className="overflow-x-auto whitespace-nowrap text-ink">{table}</div>
        </details>
        {picture && <PictureLinks {...picture} />}
      </div>
    </figure>
  )
}
