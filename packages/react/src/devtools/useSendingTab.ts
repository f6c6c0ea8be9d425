'use client'

import { useEffect, useState } from 'react'
import { type SendingTab, sendingTab } from './sending-tab.js'

/** No event tells when a tab's turn ends, so it is looked at so often, in ms. */
const everyMs = 500

/** Which tab sends to this endpoint, while somebody looks. */
export function useSendingTab(endpoint: string | undefined): SendingTab | undefined {
  const [tab, setTab] = useState<SendingTab>()
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const found = await sendingTab(endpoint)
      if (!isOver) setTab(found)
    }
    void look()
    const timer = setInterval(look, everyMs)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [endpoint])
  return tab
}
