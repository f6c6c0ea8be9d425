'use client'

import type { OmetriaClient } from 'ometria-headless'
import { useOmetriaContext } from './OmetriaContext.js'

/** The client of the nearest `<OmetriaProvider>`; the same from render to render. */
export function useOmetria(): OmetriaClient {
  return useOmetriaContext('useOmetria').client
}
