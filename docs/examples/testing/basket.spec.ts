import { expect } from '@playwright/test'
import { test } from './ometria-fixture.js'

test('a dress that is put into the basket reaches Ometria, once, after a failure', async ({
  page,
  ometria,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect.poll(() => ometria.events).toHaveLength(1) // the view

  ometria.faults.push({ status: 503 })
  await page
    .getByRole('link', { name: /^Tiered maxi dress/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Add to basket' }).click()
  const added = () => ometria.events.filter(({ scope }) => scope === 'basket')
  await expect
    .poll(added)
    .toMatchObject([{ action: 'add', data: { product_id: '6560241647794', quantity: 1 } }])
  expect(ometria.rejected).toEqual([])
})
