import { OmetriaProvider } from 'ometria-react'
import { OmetriaDevtools } from 'ometria-react/devtools'
import type { ReactNode } from 'react'

export function App({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider endpoint="/api/ometria" consent="pending">
      {process.env.NODE_ENV === 'development' ? (
        <>
          {children}
          <OmetriaDevtools />
        </>
      ) : (
        children
      )}
    </OmetriaProvider>
  )
}
