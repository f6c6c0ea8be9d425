import { describe, expect, test } from 'vitest'
import * as entry from './index.js'
import { fromOmetriaTag, tagVisitor } from './ometria-tag.js'

const ids = 'cid=aB3dE5fG7hI9jK1m&sid=s1d2&nses=3&osts=1700000000&src=https%3A%2F%2Fnews.example%2F'
const cookie = (query: string) => `ometria=2_${encodeURIComponent(query)}`

describe('the tag’s cookie names the visitor', () => {
  test.each([
    ['alone', cookie(ids)],
    ['among others', `ometria_uid=other; ${cookie(ids)}; omtr=2_`],
    ['with its fields in another order', cookie('sid=s1d2&ecamp=&cid=aB3dE5fG7hI9jK1m')],
    ['not percent-encoded', `ometria=2_${ids}`],
  ])('%s', (_, cookies) => {
    expect(tagVisitor(cookies)).toEqual({ uid: 'aB3dE5fG7hI9jK1m', sid: 's1d2' })
  })
})

describe('counts as none:', () => {
  test.each([
    ['no cookie', ''],
    ['only our own', 'ometria_uid=a; ometria_sid=b'],
    ['an empty one', 'ometria='],
    ['a version alone', 'ometria=2_'],
    ['another version', cookie(ids).replace('2_', '3_')],
    ['no version', cookie(ids).replace('2_', '')],
    ['without cid', cookie('sid=s1d2')],
    ['without sid', cookie('cid=aB3dE5fG7hI9jK1m')],
    ['an empty cid', cookie('cid=&sid=s1d2')],
    ['a cid with a space', cookie('cid=a b&sid=s1d2')],
    ['a cid that breaks the line', cookie('cid=a%0D%0Ab&sid=s1d2')],
    ['a cid beyond ASCII', cookie('cid=ä&sid=s1d2')],
    ['a cid of 129 characters', cookie(`cid=${'a'.repeat(129)}&sid=s1d2`)],
    ['what can not be decoded', 'ometria=2_cid%3Da%26sid%3Db%E0%A4%A'],
    ['cut short in the middle', cookie(ids).slice(0, 20)],
    ['JSON', 'ometria=2_{"cid":"a","sid":"b"}'],
  ])('%s', (_, cookies) => {
    expect(tagVisitor(cookies)).toBeUndefined()
  })
})

test('a server has no tag', () => {
  expect(fromOmetriaTag()).toBeUndefined()
})

test('the entry exports this name', () => {
  expect(Object.keys(entry)).toEqual(['fromOmetriaTag'])
})
