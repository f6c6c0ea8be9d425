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
export function useTrack<Event extends TrackEvent, OnMutateResult>(
  use: string,
  scope: Event['scope'],
  options: UseTrackOptions<WithoutScope<Event>, OnMutateResult> | undefined,
): UseTrackResult<WithoutScope<Event>, OnMutateResult> {
  const { client, queryClient } = useOmetriaContext(use)
  const appQueryClient = useContext(QueryClientContext)
  return useMutation(
    {
      // Were it the app's default, a failed event would take the page down.
      throwOnError: false,
      ...options,
      mutationKey: ['ometria', scope],
      // TypeScript does not see that a scope and the rest of its event are the event.
      mutationFn: variables => client.track({ ...variables, scope } as Event),
      networkMode: 'always',
      retry: false,
    },
    appQueryClient ?? queryClient,
  )
}
