'use client'

import { useState } from 'react'

/** Copies a text, and says so. The label stays the name of the button. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState('')

  async function copy() {
    try {
      await navigator.clipboard.writeText(text())
      setSaid('Copied')
    } catch {
      setSaid('The browser did not allow it')
    }
  }

  return (
    <>
      <button type="button" onClick={copy} onBlur={() => setSaid('')}>
        {label}
      </button>
      <span role="status" className={said ? undefined : 'hidden'}>
        {said}
      </span>
    </>
  )
}
