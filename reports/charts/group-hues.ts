/** Colours of groups of people: Okabe and Ito's, without the two that mean organisations. */
const HUES: Readonly<Record<string, string>> = {
  salesperson: '#E69F00',
  'sales-coordinator': '#CC79A7',
  'project-leader': '#F0E442',
  'customer-service': '#56B4E9',
  engineering: '#009E73',
  production: '#4d4d4d',
  finishing: '#8c6d31',
  market: '#d0d4d9',
};
const OTHER_HUE = '#a8b0b9';
const DARK = new Set(['#0072B2', '#4d4d4d']);

/** Colour of a constraint group. */
export function groupHue(group: string): string {
  return (Object.hasOwn(HUES, group) ? HUES[group] : undefined) ?? OTHER_HUE;
}

/** Colour of text upon a filled area: whichever of black and white has more contrast (at least 4.5 to 1). */
export function inkUpon(hue: string): string {
  return DARK.has(hue) ? '#ffffff' : '#000000';
}
