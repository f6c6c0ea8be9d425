/** How a shop may write the devtools below its provider's children. `without` is what the others are compared with. */
export const forms = {
  without: '{children}',
  plain: '{children}<OmetriaDevtools />',
  guarded: `{process.env.NODE_ENV === 'development' ? (
        <>
          {children}
          <OmetriaDevtools />
        </>
      ) : (
        children
      )}`,
}

/** @typedef {keyof typeof forms} Form */

const devtoolsImport = `import { OmetriaDevtools } from 'ometria-react/devtools'\n`

/** The form's own import stands only where the form has the devtools. @param {Form} form */
const importFor = form => (form === 'without' ? '' : devtoolsImport)

/** A fresh app's provider. @param {Form} form */
export const provider = form => `'use client'

import { OmetriaProvider, TrackView } from 'ometria-react'
${importFor(form)}import type { ReactNode } from 'react'

export function Tracking({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider endpoint="/api/ometria" consent="pending">
      <TrackView />
      ${forms[form]}
    </OmetriaProvider>
  )
}
`

/** A demo shop's provider, which is guarded, in another form. @param {string} source @param {Form} form */
export function inForm(source, form) {
  for (const part of [devtoolsImport, forms.guarded])
    if (!source.includes(part)) throw new Error(`The shop's provider has no such part any more:\n${part}`)
  return source.replace(devtoolsImport, importFor(form)).replace(forms.guarded, forms[form])
}
