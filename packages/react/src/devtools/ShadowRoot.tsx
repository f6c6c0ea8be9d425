'use client'

import { type ReactNode, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLayoutEffectInBrowser } from '../useLayoutEffectInBrowser.js'
import { styles } from './styles.js'

export type Theme = 'light' | 'dark'

/** Keeps the styles of the devtools and of the shop apart. `theme` is the system's unless given. */
export function ShadowRoot({
  theme,
  floating = false,
  children,
}: {
  theme?: Theme | undefined
  floating?: boolean
  children: ReactNode
}) {
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<globalThis.ShadowRoot | null>(null)

  useLayoutEffectInBrowser(() => {
    if (!host.current) return
    // It is there already when StrictMode or fast refresh runs the effect again.
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    adopt(shadow)
    setRoot(shadow)
  }, [])

  return (
    <div ref={host} data-ometria-devtools="" data-floating={floating ? '' : undefined}>
      {root &&
        createPortal(
          <div className="root" data-theme={theme}>
            {children}
          </div>,
          root,
        )}
    </div>
  )
}

/** A sheet that is made by script is allowed by a content security policy that allows no inline styles. */
function adopt(shadow: globalThis.ShadowRoot) {
  if (shadow.adoptedStyleSheets?.length > 0) return
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    shadow.adoptedStyleSheets = [sheet]
  } catch {
    const style = document.createElement('style')
    style.textContent = styles
    shadow.prepend(style)
  }
}
