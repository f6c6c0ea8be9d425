// A developer who tries the demo is counted in no statistics.
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** @type {import('next').NextConfig} */
export default {
  // Inside `.next`, of a test's own: tests of several at once are not in each other's way.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  devIndicators: false,
  logging: false,
  // They load the driver of their store by its name, when it is needed: a bundle would not have it.
  serverExternalPackages: ['ometria-queue', 'bullmq', 'ioredis', 'pg'],
  // The workspace checks its types in one go.
  typescript: { ignoreBuildErrors: true },
}
