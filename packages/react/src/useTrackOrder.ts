'use client'

import type { OrderEvent } from 'ometria-headless'
import { type UseTrackOptions, type UseTrackResult, useTrack, type WithoutScope } from './useTrack.js'

type Variables = WithoutScope<OrderEvent>

/** react-query's options for a mutation that tracks orders, less how it is sent. */
export type UseTrackOrderOptions<OnMutateResult = unknown> = UseTrackOptions<Variables, OnMutateResult>
/** react-query's result of a mutation that tracks orders; `data` is a receipt. */
export type UseTrackOrderResult<OnMutateResult = unknown> = UseTrackResult<Variables, OnMutateResult>

/** Tracks orders: `{ action: 'add', 'cancel' or 'return', data }`. An order is placed, and cancelled, once. */
export function useTrackOrder<OnMutateResult = unknown>(
  options?: UseTrackOrderOptions<OnMutateResult>,
): UseTrackOrderResult<OnMutateResult> {
  return useTrack<OrderEvent, OnMutateResult>('useTrackOrder', 'order', options)
}
