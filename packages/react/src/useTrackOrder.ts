'use client'

import type { OrderEvent } from 'ometria-headless'
import { type UseTrackOptions, type UseTrackResult, useTrack, type WithoutScope } from './useTrack.js'

type Variables = WithoutScope<OrderEvent>

export type UseTrackOrderOptions<OnMutateResult = unknown> = UseTrackOptions<Variables, OnMutateResult>
export type UseTrackOrderResult<OnMutateResult = unknown> = UseTrackResult<Variables, OnMutateResult>

/** Tracks orders: `{ action: 'add', 'cancel' or 'return', data }`. An order is placed, and cancelled, once. */
export function useTrackOrder<OnMutateResult = unknown>(
  options?: UseTrackOrderOptions<OnMutateResult>,
): UseTrackOrderResult<OnMutateResult> {
  return useTrack<OrderEvent, OnMutateResult>('useTrackOrder', 'order', options)
}
