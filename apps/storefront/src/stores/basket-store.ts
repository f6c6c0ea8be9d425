import { packBasket, unpackBasket } from 'shop-kit'
import { stored } from './stored.js'

export const basketStore = stored('dimity.basket', unpackBasket, packBasket)
