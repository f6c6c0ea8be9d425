interface ImportMetaEnv {
  readonly VITE_OMETRIA_DOMAIN_KEY?: string
  readonly VITE_OMETRIA_LOCATION_KEY?: string
  readonly VITE_OMETRIA_ENDPOINT?: string
}
