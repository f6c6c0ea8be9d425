export { fromOmetriaTag } from './ometria-tag.js'
