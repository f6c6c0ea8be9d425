import { createMockOmetria } from 'ometria-mock'
import { OmetriaProvider } from 'ometria-react'
import type { ReactNode } from 'react'

export const mock = createMockOmetria()

export const WithMock = ({ children }: { children: ReactNode }) => (
  <OmetriaProvider endpoint="/api/track" consent="granted" fetch={mock.fetch}>
    {children}
  </OmetriaProvider>
)
