import { escaped } from '../words/escaped.ts';

/** Where the numbers of a figure come from: what is written into its file, beside the words of its source. */
export interface Origin {
  readonly version: string;
  readonly commit: string | null;
  readonly seed: number;
  readonly scenarios: readonly { readonly name: string; readonly sha256: string }[];
}

/** The part of a provenance that goes into the files of figures. */
export function originOf({ version, commit, seed, scenarios }: Origin): Origin {
  return { version, commit, seed, scenarios: scenarios.map(({ name, sha256 }) => ({ name, sha256 })) };
}

/** An SVG document that says where it comes from, for programs. */
export function withMetadata(svg: string, origin: Origin): string {
  const metadata = `<metadata>${escaped(JSON.stringify({ salesworks: origin }))}</metadata>`;
  return svg.replace(/^<svg[^>]*>/, (tag) => tag + metadata);
}
