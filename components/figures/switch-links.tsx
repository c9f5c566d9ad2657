type Props = { title: string; links: { key: string; href: string; label: string; isShown: boolean }[] }

/** A few ways to look at the same page as links, the shown one marked. */
export function SwitchLinks({ title, links }: Props) {
  return (
    <nav aria-label={title} className="mt-3 items-baseline gap-x-5 sm:flex">
      <p className="shrink-0 text-mini text-soft" aria-hidden="true">{title}</p>
      <ul className="flex flex-wrap gap-x-5 text-small text-soft">
        {links.map(({ key, href, label, isShown }) => (
          <li key={key}>
            <a href={href} aria-current={isShown ? 'true' : undefined} className={link}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const link = 'inline-flex min-h-11 items-center no-underline hover:text-ink aria-[current]:text-ink '
  + 'aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8'
