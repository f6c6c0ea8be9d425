import { ometria } from '@/ometria/server'

export const POST = (request: Request) => ometria().relay(request)
