import event from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }

/**
 * Ometria's own example of an order, of two lines, under a number of its own.
 *
 * @param {string} order_id
 */
export const order = order_id => ({ ...structuredClone(event.data), order_id })
