import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { pathIn, readPath } from '@/messages/languages'
import { wordsFor } from '@/messages/words'

export async function generateMetadata(): Promise<Metadata> {
  const { site, about } = await wordsHere()
  return { title: site.notFound.title, description: about.notFound }
}

export default async function NotFound() {
  const { lang, site } = await wordsHere()
  return (
    <div className="max-w-prose py-8">
      <h1 className="finding">{site.notFound.title}</h1>
      <p className="mt-3 text-soft">{site.notFound.text}</p>
      <p className="mt-6"><a className="button" href={pathIn(lang, '/')}>{site.backHome}</a></p>
    </div>
  )
}

async function wordsHere() {
  const { lang } = readPath((await headers()).get('x-guoshen-path') ?? '/')
  return { lang, ...wordsFor(lang) }
}
