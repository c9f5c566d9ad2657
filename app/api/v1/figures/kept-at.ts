import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import { read } from '@/db/connection'
import { keptFigure } from '@/db/figures/keep'
import { asked } from '../open-route'
import { Refused } from '../refused'

/** The kept figure an address names, which takes no parameters. */
export async function keptAt(request: Request, ref: unknown) {
  asked(readParameters(new URL(request.url).searchParams, endpoints.keptFigure.parameters))
  const kept = await keptFigure(await read(), String(ref))
  if (!kept) throw new Refused('not_found')
  return kept
}
