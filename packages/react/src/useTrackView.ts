'use client'

import type { ViewEvent } from 'ometria-headless'
import { type UseTrackOptions, type UseTrackResult, useTrack, type WithoutScope } from './useTrack.js'

type Variables = WithoutScope<ViewEvent>

/** react-query's options for a mutation that tracks views, less how it is sent. */
export type UseTrackViewOptions<OnMutateResult = unknown> = UseTrackOptions<Variables, OnMutateResult>
/** react-query's result of a mutation that tracks views; `data` is a receipt. */
export type UseTrackViewResult<OnMutateResult = unknown> = UseTrackResult<Variables, OnMutateResult>

/** Tracks what was seen, which stands in `context`: `{ context: { product } }`. */
export function useTrackView<OnMutateResult = unknown>(
  options?: UseTrackViewOptions<OnMutateResult>,
): UseTrackViewResult<OnMutateResult> {
  return useTrack<ViewEvent, OnMutateResult>('useTrackView', 'view', options)
}
