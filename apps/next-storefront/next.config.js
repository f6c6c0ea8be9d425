// Whoever tries the demo is nobody's statistics.
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  devIndicators: false,
  logging: false,
  // The workspace checks its types in one go.
  typescript: { ignoreBuildErrors: true },
}
