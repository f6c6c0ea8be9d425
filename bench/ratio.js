import { median } from './median.js'

/**
 * How many times as much: the median of the quotients, turn by turn, since no machine is as fast in each minute.
 *
 * @param {number[]} numbers
 * @param {number[]} others measured next to each of these
 */
export const ratio = (numbers, others) =>
  median(numbers.map((number, turn) => number / (others[turn] ?? Number.NaN)))
