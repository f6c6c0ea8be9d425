import { packLine, unpackLine } from 'shop-kit'
import { stored } from './stored.js'

export const basketStore = stored(
  'dimity.basket',
  found => (Array.isArray(found) ? found.flatMap(unpackLine) : []),
  lines => lines.map(packLine),
)
