import { createServer, type AddressInfo } from 'node:net'
import { CannotStart } from './cannotStart.ts'

/** This port when it can be listened on, else a sentence; any free one for 0. */
export function freePort(port = 0, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port, host)))
    probe.listen(port, host, () => {
      const taken = (probe.address() as AddressInfo).port
      probe.close(() => resolve(taken))
    })
  })
}

/** Why a port cannot be listened on. */
export function refusal(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') return new CannotStart(`Le port ${port} est déjà pris : arrêtez le programme qui l’occupe, ou choisissez-en un autre, par exemple PORT=${port + 1}.`)
  if (error.code === 'EACCES') return new CannotStart(`Le port ${port} est réservé à l’administrateur de la machine : choisissez-en un au-dessus de 1024, par exemple PORT=4000.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new CannotStart(`HOST=${host} n’est pas une adresse de cette machine.`)
  return error
}
