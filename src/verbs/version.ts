import manifest from '../../package.json' with { type: 'json' }

/** The version of this program, as it stands in every report. */
export const VERSION: string = manifest.version
