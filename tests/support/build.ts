// Runs once before the test files that look at the built site.
export default async function buildOnce(): Promise<void> {
  // @ts-expect-error plain JavaScript, since it also runs before anything is installed
  const { buildIfChanged } = await import('../../scripts/build.mjs')
  await buildIfChanged()
}
