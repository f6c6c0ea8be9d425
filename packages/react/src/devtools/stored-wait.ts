/** Until when a server has asked all pages to wait (`Retry-After`), in ms since 1970; 0 where it has not. */
export function storedWait(endpoint: string | undefined): number {
  try {
    const [, until] = (localStorage.getItem(`ometria|hold|${endpoint}`) ?? '').split(' ')
    return Number(until) || 0
  } catch {
    return 0
  }
}
