import { createElement, type ReactNode } from 'react'
import type { Known } from '@/domain/people/audience'

// On a page for anyone these leave marks; server/personal/personal-page.ts reads them, and no browser ever sees one.

type Props = { is: Known; yes?: ReactNode; no?: ReactNode }

/** One of two things, by what is known of the reader; both, marked, where he is not known yet. */
export function Whether({ is, yes, no }: Props) {
  if (typeof is === 'boolean') return is ? yes : no
  return (
    <>
      {createElement('reader-is', { asks: is }, yes)}
      {createElement('reader-is-not', { asks: is }, no)}
    </>
  )
}

/** Whoever answers yes gets a page of his own, made for him alone: it differs by more than can be left open. */
export function Apart({ when }: { when: Known }) {
  return typeof when === 'string' && <Whether is={when} yes={createElement('reader-apart')} />
}

/** The reader's name. */
export function ReaderName() {
  return createElement('reader-name')
}

/** How many notices he has not read. */
export function ReaderNews() {
  return createElement('reader-news')
}
