import type { Product } from './product.ts'

const dressSizes: Product['sizes'] = ['8', '10', '12', '14', '16']
const letterSizes: Product['sizes'] = ['S', 'M', 'L', 'XL']

export const products: Product[] = [
  {
    id: '6560241647794',
    sku: 'mxi-drs',
    slug: 'tiered-maxi-dress',
    name: 'Tiered maxi dress',
    category: 'dresses',
    price: 8900,
    summary: 'Two gathered tiers under a fitted bodice, in washed cotton that moves when you do.',
    details: ['100 % organic cotton', 'Buttons down the front', 'Side pockets', 'Machine wash at 30°'],
    colours: [
      { id: 'damson', name: 'Damson', swatch: '#7c3553' },
      { id: 'ink', name: 'Ink', swatch: '#2f3d5c' },
      { id: 'ochre', name: 'Ochre', swatch: '#cf9436' },
    ],
    sizes: dressSizes,
    closeUps: [
      { name: 'Bodice', x: 50, y: 20 },
      { name: 'Hem', x: 42, y: 98 },
    ],
  },
  {
    id: '6560241680562',
    sku: 'blt-drs',
    slug: 'belted-shirt-dress',
    name: 'Belted shirt dress',
    category: 'dresses',
    price: 7900,
    summary: 'A shirt as far as the belt and a full skirt from there, with pockets where you look for them.',
    details: [
      '55 % linen, 45 % cotton',
      'Belt of the same cloth',
      'Mother-of-pearl buttons',
      'Machine wash at 30°',
    ],
    colours: [
      { id: 'sage', name: 'Sage', swatch: '#94a58b' },
      { id: 'chalk', name: 'Chalk', swatch: '#e9e4d8' },
      { id: 'rust', name: 'Rust', swatch: '#b4613f' },
    ],
    sizes: dressSizes,
    closeUps: [
      { name: 'Collar', x: 50, y: 14 },
      { name: 'Belt', x: 50, y: 46 },
    ],
  },
  {
    id: '6560241713330',
    sku: 'fsh-jmp',
    slug: 'fisherman-jumper',
    name: 'Fisherman jumper',
    category: 'knitwear',
    price: 11900,
    summary: 'Cables and diamonds in undyed and deeply dyed wool, knitted thick enough to be a coat.',
    details: ['100 % British wool', 'Ribbed collar, cuffs and hem', 'Knitted in one piece', 'Hand wash'],
    colours: [
      { id: 'oatmeal', name: 'Oatmeal', swatch: '#dccbb0' },
      { id: 'moss', name: 'Moss', swatch: '#6d7750' },
      { id: 'navy', name: 'Navy', swatch: '#2e3c59' },
    ],
    sizes: letterSizes,
    closeUps: [
      { name: 'Cables', x: 40, y: 45 },
      { name: 'Cuff', x: 8, y: 80 },
    ],
  },
  {
    id: '6560241746098',
    sku: 'mrn-crd',
    slug: 'merino-cardigan',
    name: 'Merino cardigan',
    category: 'knitwear',
    price: 8500,
    summary: 'Fine merino with a deep V and five buttons. Warm indoors, light under a jacket.',
    details: ['100 % extra-fine merino', 'Two patch pockets', 'Horn buttons', 'Wool wash at 30°'],
    colours: [
      { id: 'rose', name: 'Rose', swatch: '#cf9291' },
      { id: 'charcoal', name: 'Charcoal', swatch: '#4b4f58' },
      { id: 'moss', name: 'Moss', swatch: '#76805a' },
    ],
    sizes: letterSizes,
    closeUps: [
      { name: 'Neckline', x: 50, y: 22 },
      { name: 'Pocket', x: 36, y: 78 },
    ],
  },
  {
    id: '6560241778866',
    sku: 'lnn-shr',
    slug: 'linen-shirt',
    name: 'Linen shirt',
    category: 'shirts',
    price: 5900,
    summary: 'A straight, roomy shirt in linen that creases the way linen should.',
    details: ['100 % European linen', 'One chest pocket', 'Curved hem', 'Machine wash at 40°'],
    colours: [
      { id: 'sky', name: 'Sky', swatch: '#a7c1d6' },
      { id: 'chalk', name: 'Chalk', swatch: '#efebe1' },
      { id: 'clay', name: 'Clay', swatch: '#c98263' },
    ],
    sizes: letterSizes,
    closeUps: [
      { name: 'Collar', x: 50, y: 14 },
      { name: 'Cuff', x: 8, y: 72 },
    ],
  },
  {
    id: '6560241811634',
    sku: 'brt-top',
    slug: 'breton-top',
    name: 'Breton top',
    category: 'shirts',
    price: 3200,
    rrp: 3900,
    summary: 'Heavy jersey, a boat neck and sleeves that stop before the washing-up.',
    details: ['100 % organic cotton jersey', 'Boat neck', 'Three-quarter sleeves', 'Machine wash at 40°'],
    colours: [
      { id: 'navy', name: 'Navy stripe', swatch: '#2a3a5e' },
      { id: 'red', name: 'Red stripe', swatch: '#b23a36' },
      { id: 'ink', name: 'Ink', swatch: '#2c3444' },
    ],
    sizes: letterSizes,
    closeUps: [
      { name: 'Neckline', x: 50, y: 14 },
      { name: 'Stripes', x: 22, y: 44 },
    ],
  },
  {
    id: '6560241844402',
    sku: 'wde-trs',
    slug: 'wide-leg-trousers',
    name: 'Wide-leg trousers',
    category: 'trousers-and-skirts',
    price: 7500,
    summary: 'High in the waist and wide to the floor, in a twill with enough weight to hang straight.',
    details: ['98 % cotton, 2 % elastane', 'Pressed creases', 'Four pockets', 'Machine wash at 30°'],
    colours: [
      { id: 'tobacco', name: 'Tobacco', swatch: '#8d6443' },
      { id: 'black', name: 'Black', swatch: '#33343a' },
      { id: 'stone', name: 'Stone', swatch: '#cfc4ae' },
    ],
    sizes: dressSizes,
    closeUps: [
      { name: 'Waist', x: 50, y: 8 },
      { name: 'Leg', x: 40, y: 90 },
    ],
  },
  {
    id: '6560241877170',
    sku: 'plt-skr',
    slug: 'pleated-midi-skirt',
    name: 'Pleated midi skirt',
    category: 'trousers-and-skirts',
    price: 6400,
    summary: 'Knife pleats all the way round, set by steam and meant to stay.',
    details: [
      'Recycled polyester twill',
      'Buttoned waistband',
      'Falls below the knee',
      'Machine wash at 30°',
    ],
    colours: [
      { id: 'bottle', name: 'Bottle green', swatch: '#2f5f4b' },
      { id: 'plum', name: 'Plum', swatch: '#6c3a5a' },
      { id: 'camel', name: 'Camel', swatch: '#c49a67' },
    ],
    sizes: dressSizes,
    closeUps: [
      { name: 'Waistband', x: 54, y: 10 },
      { name: 'Pleats', x: 46, y: 92 },
    ],
  },
  {
    id: '6560241909938',
    sku: 'chr-jkt',
    slug: 'chore-jacket',
    name: 'Chore jacket',
    category: 'jackets',
    price: 9800,
    summary: 'Three pockets, five buttons, cotton drill. Better after a year than on the first day.',
    details: ['100 % cotton drill', 'Triple-stitched seams', 'Unlined', 'Machine wash at 30°'],
    colours: [
      { id: 'work-blue', name: 'Work blue', swatch: '#40659e' },
      { id: 'olive', name: 'Olive', swatch: '#6a6b43' },
      { id: 'ecru', name: 'Ecru', swatch: '#ddd0b6' },
    ],
    sizes: letterSizes,
    closeUps: [
      { name: 'Collar', x: 50, y: 16 },
      { name: 'Pocket', x: 36, y: 76 },
    ],
  },
  {
    id: '6560241942706',
    sku: 'rnb-scr',
    slug: 'rainbow-scarf',
    name: 'Rainbow scarf',
    category: 'accessories',
    price: 2999,
    rrp: 3600,
    summary: 'Seven colours of lambswool, woven on the slant and fringed by hand.',
    details: ['100 % lambswool', '30 × 180 cm', 'Woven in Scotland', 'Dry clean'],
    colours: [
      { id: 'rainbow', name: 'Rainbow', swatch: '#5b93b3' },
      { id: 'dusk', name: 'Dusk', swatch: '#6b5c7d' },
    ],
    sizes: ['One size'],
    closeUps: [
      { name: 'Fold', x: 46, y: 12 },
      { name: 'Fringe', x: 48, y: 84 },
    ],
  },
  {
    id: '6560241975474',
    sku: 'cnv-tot',
    slug: 'canvas-tote',
    name: 'Canvas tote',
    category: 'accessories',
    price: 6800,
    summary: 'Canvas that stands by itself, on a leather base that does not mind a wet floor.',
    details: ['18 oz cotton canvas', 'Vegetable-tanned leather', 'Brass rivets', 'Wipe clean'],
    colours: [
      { id: 'natural', name: 'Natural', swatch: '#e6dac0' },
      { id: 'ink', name: 'Ink', swatch: '#3a4560' },
      { id: 'clay', name: 'Clay', swatch: '#c5775a' },
    ],
    sizes: ['One size'],
    closeUps: [
      { name: 'Handle', x: 36, y: 38 },
      { name: 'Label', x: 50, y: 64 },
    ],
  },
  {
    id: '6560242008242',
    sku: 'chl-bts',
    slug: 'chelsea-boots',
    name: 'Chelsea boots',
    category: 'accessories',
    price: 13500,
    summary: 'Pull them on, walk all day, have them resoled. Leather from the Midlands.',
    details: ['Full-grain leather', 'Stitched sole', 'Elastic sides', 'Polish now and then'],
    colours: [
      { id: 'chestnut', name: 'Chestnut', swatch: '#8a5130' },
      { id: 'black', name: 'Black', swatch: '#323136' },
    ],
    sizes: ['37', '38', '39', '40', '41'],
    closeUps: [
      { name: 'Elastic side', x: 62, y: 36 },
      { name: 'Toe', x: 16, y: 78 },
    ],
  },
]

export function findProduct(key: { id: string } | { slug: string | undefined }): Product | undefined {
  return products.find(product => ('id' in key ? product.id === key.id : product.slug === key.slug))
}

/** Four more, none of the same kind. */
export function goesWellWith({ category }: Product): Product[] {
  const rest = products.filter(product => product.category !== category)
  return rest.filter((_, index) => index % Math.floor(rest.length / 4) === 0).slice(0, 4)
}
