/** Text as a body that is made while it is sent, and no longer than somebody reads. */
export function streamOf(of: AsyncIterable<string> | Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const chunks = Symbol.asyncIterator in of ? of[Symbol.asyncIterator]() : of[Symbol.iterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}
