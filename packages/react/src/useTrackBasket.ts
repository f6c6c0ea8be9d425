'use client'

import type { BasketEvent } from 'ometria-headless'
import { type UseTrackOptions, type UseTrackResult, useTrack, type WithoutScope } from './useTrack.js'

type Variables = WithoutScope<BasketEvent>

/** react-query's options for a mutation that tracks what goes into the basket and what comes out, less how it is sent. */
export type UseTrackBasketOptions<OnMutateResult = unknown> = UseTrackOptions<Variables, OnMutateResult>
/** react-query's result of a mutation that tracks what goes into the basket and what comes out; `data` is a receipt. */
export type UseTrackBasketResult<OnMutateResult = unknown> = UseTrackResult<Variables, OnMutateResult>

/** Tracks what goes into the basket and what comes out: `{ action: 'add' or 'remove', data: { product_id, quantity } }`. */
export function useTrackBasket<OnMutateResult = unknown>(
  options?: UseTrackBasketOptions<OnMutateResult>,
): UseTrackBasketResult<OnMutateResult> {
  return useTrack<BasketEvent, OnMutateResult>('useTrackBasket', 'basket', options)
}
