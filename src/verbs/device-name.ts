/** One DNS label of what a machine is called, as the mesh names nodes. @param otherwise where nothing is left of it */
export function deviceName(host: string, otherwise: string): string {
  const label = host
    .split('.')[0]!
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/^-+/, '')
  return label.slice(0, 63).replace(/-+$/, '') || otherwise
}
