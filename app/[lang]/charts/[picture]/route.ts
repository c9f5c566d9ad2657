import { chartAnswer } from '../../../pictures/chart-answer'

export const dynamic = 'force-dynamic'

/** /charts/<chart>.svg and .png */
export async function GET(request: Request, { params }: { params: Promise<{ lang: string; picture: string }> }): Promise<Response> {
  return chartAnswer(request, await params)
}
