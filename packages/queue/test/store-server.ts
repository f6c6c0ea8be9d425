/** A store of its own, on files that outlive it. */
export interface StoreServer {
  name: string
  url: string
  start(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Ends it, and removes its files. */
  remove(): Promise<void>
}
