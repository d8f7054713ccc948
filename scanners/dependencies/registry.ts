/** Whether an address belongs to a registry that policy names by its URL or by its host. */
export function isFromRegistry(address: string, registry: string): boolean {
  if (!registry.includes('://')) {
    const url = URL.parse(address)
    return url !== null && (url.host === registry.toLowerCase() || url.hostname === registry.toLowerCase())
  }
  // With its slash, so that https://npm.example does not vouch for https://npm.example.org.
  return `${address}/`.startsWith(registry.endsWith('/') ? registry : `${registry}/`)
}
