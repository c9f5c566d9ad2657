import { cardAnswer } from '../../../pictures/card-answer'

export const dynamic = 'force-dynamic'

/** /cards/<card>.png */
export async function GET(request: Request, { params }: { params: Promise<{ lang: string; card: string }> }): Promise<Response> {
  return cardAnswer(request, await params)
}
