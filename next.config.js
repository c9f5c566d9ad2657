/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native modules and drivers that find their own files stay outside the bundle.
  serverExternalPackages: ['better-sqlite3', 'pg', 'ioredis', '@electric-sql/pglite', '@node-rs/argon2'],
  // `npm test` checks the types; whoever only starts the site need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Where pages find their scripts; scripts/build.mjs and scripts/start.mjs say it.
  env: { PAGE_SCRIPT: process.env.PAGE_SCRIPT ?? '', SOLVER_SCRIPT: process.env.SOLVER_SCRIPT ?? '' },
  // The optimiser decodes images of strangers in our process; we have none to optimise.
  images: { unoptimized: true },
  // The head is whole for every reader: without this a slow database sends the title after the text.
  htmlLimitedBots: /.*/,
  async redirects() {
    return [
      { source: '/zh', destination: '/', permanent: true },
      { source: '/zh/:path*', destination: '/:path*', permanent: true },
    ]
  },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: '/zh' },
        { source: '/:path((?!zh/|zh$|en/|en$|do/|api/|healthz$|readyz$|_next/|icon\\.svg$|robots\\.txt$).+)', destination: '/zh/:path' },
      ],
      afterFiles: [],
      fallback: [],
    }
  },
}
