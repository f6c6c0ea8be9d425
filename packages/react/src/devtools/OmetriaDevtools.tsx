'use client'

import { type ReactElement, useRef } from 'react'
import { useOmetriaContext } from '../OmetriaContext.js'
import { useLayoutEffectInBrowser } from '../useLayoutEffectInBrowser.js'
import { Panel } from './Panel.js'
import { recordingOf } from './recording.js'
import { ShadowRoot } from './ShadowRoot.js'
import { lookAtDoor, useDoor } from './useDoor.js'
import { useRecording } from './useRecording.js'

/** A button, and the devtools that it opens. Below an `<OmetriaProvider>`. `#om_debug` in the address opens them too. */
export function OmetriaDevtools(): ReactElement | null {
  const [door, setDoor] = useDoor()
  return <Devtools isOpen={door === 'open'} onToggle={isOpen => setDoor(isOpen ? 'open' : 'closed')} />
}

/** The same, but nothing at all until `#om_debug` was in the address of this tab. `#om_debug=off` ends it. */
export function OmetriaDevtoolsOnDemand(): ReactElement | null {
  const { client, config } = useOmetriaContext('<OmetriaDevtools>')
  const [door, setDoor] = useDoor()
  // The door is known a render later, and the shop's first events are tracked by then.
  useLayoutEffectInBrowser(() => {
    if (lookAtDoor()) recordingOf(client, config).start()
  }, [client, config])
  if (!door) return null
  return <Devtools isOpen={door === 'open'} onToggle={isOpen => setDoor(isOpen ? 'open' : 'closed')} />
}

function Devtools({ isOpen, onToggle }: { isOpen: boolean; onToggle: (isOpen: boolean) => void }) {
  // While closed too: what happens then is there when it is opened.
  useRecording('<OmetriaDevtools>')
  const toggle = useRef<HTMLButtonElement>(null)

  function close() {
    onToggle(false)
    toggle.current?.focus()
  }

  return (
    <ShadowRoot floating>
      <button
        ref={toggle}
        type="button"
        className="toggle"
        aria-expanded={isOpen}
        onClick={() => onToggle(!isOpen)}
      >
        Ometria
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes, from wherever the focus is inside
        <div className="dock" onKeyDown={event => event.key === 'Escape' && close()}>
          <Panel onClose={close} />
        </div>
      )}
    </ShadowRoot>
  )
}
