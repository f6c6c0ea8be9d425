import { describe, expect, test } from 'vitest'
import { backoff, retryAfter, verdictOf } from './retry-policy.js'

test.each([
  [1, 1_000],
  [2, 2_000],
  [5, 16_000],
  [9, 256_000],
  [10, 300_000],
  [5_000, 300_000],
])('after %i failures the wait is anything up to %i ms', (failures, most) => {
  expect([0, 0.5, 1].map(random => backoff(failures, random))).toEqual([0, most / 2, most])
})

describe('the verdict of an answer', () => {
  const answer = { status: 200, redirected: false, type: 'basic' as const, headers: new Headers() }
  const html = { 'content-type': 'text/html; charset=utf-8' }

  test.each([200, 201, 202, 204, 299])('%i with JSON, other text or nothing is accepted', status => {
    for (const text of ['{"request_id":"r-1"}', 'OK', '1', '"<"', '']) {
      expect(verdictOf({ ...answer, status }, text)).toBe('accepted')
    }
  })

  test.each([408, 425, 429, 500, 502, 503, 504, 599, 0])('%i is retryable, whatever its text', status => {
    for (const text of ['', '{}', '<html>']) {
      expect(verdictOf({ ...answer, status, headers: new Headers(html) }, text)).toBe('retryable')
    }
  })

  test.each([401, 403, 404, 405, 407])("%i is the account's fault, whatever its text", status => {
    for (const text of ['', '{"error":"no"}', '<html>']) {
      expect(verdictOf({ ...answer, status }, text)).toBe('account')
    }
  })

  test.each([
    [{ status: 301 }],
    [{ status: 302 }],
    [{ status: 307 }],
    [{ status: 308 }],
    [{ status: 304 }],
    [{ status: 0, type: 'opaqueredirect' as const }],
    [{ status: 200, redirected: true }],
    [{ status: 500, redirected: true }],
  ])("a redirect, %j, is the account's fault", redirect => {
    expect(verdictOf({ ...answer, ...redirect }, '{"request_id":"r-1"}')).toBe('account')
  })

  test.each([200, 202, 400, 410, 413, 422])("a page of HTML with %i is the account's fault", status => {
    for (const text of ['<!doctype html><p>Back soon', '\ufeff\r\n <HTML>', '<?xml version="1.0"?>']) {
      expect(verdictOf({ ...answer, status }, text)).toBe('account')
    }
    for (const type of ['text/html', 'TEXT/HTML; charset=utf-8', 'application/xhtml+xml']) {
      const headers = new Headers({ 'content-type': type })
      expect(verdictOf({ ...answer, status, headers }, 'Back soon')).toBe('account')
    }
  })

  test('JSON or nothing is what it is, even where the server calls it HTML', () => {
    const called = { ...answer, headers: new Headers(html) }
    for (const text of ['{"request_id":"r-1"}', ' {}', '', ' ']) {
      expect(verdictOf(called, text)).toBe('accepted')
      expect(verdictOf({ ...called, status: 400 }, text)).toBe('rejected')
    }
  })

  test('of a text that could not be read, the type alone says what it is', () => {
    expect(verdictOf({ ...answer, headers: new Headers(html) }, undefined)).toBe('account')
    expect(verdictOf(answer, undefined)).toBe('accepted')
  })

  test.each([400, 402, 406, 409, 410, 411, 413, 415, 422, 451, 499])('%i rejects the event', status => {
    for (const text of ['', 'no', '{"error":"no"}']) {
      expect(verdictOf({ ...answer, status }, text)).toBe('rejected')
    }
  })
})

describe('Retry-After', () => {
  const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT')

  test.each([
    ['2', 2_000],
    [' 120 ', 120_000],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
  ])('%j is understood', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait)
  })

  test.each([null, '', 'soon', 'NaN', '0', 'Wed, 21 Oct 2015 07:28:00 GMT'])('%j says nothing', header => {
    expect(retryAfter(header, now)).toBeUndefined()
  })
})
