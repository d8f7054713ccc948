/** The two ends' keys and their configuration, as wg-quick files and in wireguard-go's own form. */
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { INNER, type Lab, PORT, type Side } from './lab.ts'

export interface KeyPair {
  readonly privateKey: Buffer
  readonly publicKey: Buffer
}

export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const part = (jwk: string | undefined): Buffer => Buffer.from(jwk ?? '', 'base64url')
  return {
    privateKey: part(privateKey.export({ format: 'jwk' }).d),
    publicKey: part(publicKey.export({ format: 'jwk' }).x),
  }
}

export type Keys = Readonly<Record<Side, KeyPair>>

export function newKeys(): Keys {
  return { left: newKeyPair(), right: newKeyPair() }
}

export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}

/** @returns the path of a file as wg-quick takes it */
export function writeWgQuick({ folder, endpoints }: Lab, keys: Keys, side: Side): string {
  const other = otherSide(side)
  const path = join(folder, `${side}.conf`)
  const text = [
    '[Interface]',
    `PrivateKey = ${keys[side].privateKey.toString('base64')}`,
    `ListenPort = ${PORT[side]}`,
    `Address = ${INNER[side]}/24`,
    'MTU = 1420',
    '[Peer]',
    `PublicKey = ${keys[other].publicKey.toString('base64')}`,
    `AllowedIPs = ${INNER[other]}/32`,
    ...(endpoints[side] === undefined ? [] : [`Endpoint = ${endpoints[side]}`]),
    '',
  ]
  writeFileSync(path, text.join('\n'), { mode: 0o600 })
  return path
}

/** @returns the path of a file of `key=value` lines, keys in hexadecimal */
export function writeProtocolFile({ folder, endpoints }: Lab, keys: Keys, side: Side): string {
  const other = otherSide(side)
  const path = join(folder, `${side}.ipc`)
  const text = [
    `private_key=${keys[side].privateKey.toString('hex')}`,
    `listen_port=${PORT[side]}`,
    `public_key=${keys[other].publicKey.toString('hex')}`,
    `allowed_ip=${INNER[other]}/32`,
    ...(endpoints[side] === undefined ? [] : [`endpoint=${endpoints[side]}`]),
    '',
  ]
  writeFileSync(path, text.join('\n'), { mode: 0o600 })
  return path
}
