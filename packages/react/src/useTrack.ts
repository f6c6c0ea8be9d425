'use client'

import {
  QueryClientContext,
  type UseMutationOptions,
  type UseMutationResult,
  useMutation,
} from '@tanstack/react-query'
import type { OmetriaError, Receipt, TrackEvent } from 'ometria-headless'
import { useContext } from 'react'
import { useOmetriaContext } from './OmetriaContext.js'

/** An event less what the hook's name says already. */
export type WithoutScope<Event> = Event extends unknown ? Omit<Event, 'scope'> : never

export type UseTrackOptions<Variables, OnMutateResult> = Omit<
  UseMutationOptions<Receipt, OmetriaError, Variables, OnMutateResult>,
  'mutationFn' | 'mutationKey' | 'networkMode' | 'retry' | 'retryDelay' | 'scope'
>

export type UseTrackResult<Variables, OnMutateResult> = UseMutationResult<
  Receipt,
  OmetriaError,
  Variables,
  OnMutateResult
>

/** A mutation that tracks. Pending until delivered; the outbox does the retrying, and knows better when. */
export function useTrack<Variables, OnMutateResult>(
  use: string,
  scope: TrackEvent['scope'],
  toEvent: (variables: Variables) => TrackEvent,
  options: UseTrackOptions<Variables, OnMutateResult> | undefined,
): UseTrackResult<Variables, OnMutateResult> {
  const { client, queryClient } = useOmetriaContext(use)
  const appQueryClient = useContext(QueryClientContext)
  return useMutation(
    {
      // Were it the app's default, a failed event would take the page down.
      throwOnError: false,
      ...options,
      mutationKey: ['ometria', scope],
      mutationFn: variables => client.track(toEvent(variables)),
      networkMode: 'always',
      retry: false,
    },
    appQueryClient ?? queryClient,
  )
}
