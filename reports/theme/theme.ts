import { FAINT_INK, GRID, INK, ORGANISATION_HUES, SHADE } from '../charts/theme.ts';

/** The looks of a house: what replaces the standard palette in charts, pictures and the page. */
export interface Theme {
  /** Colours of the organisations in their order; those that are not named keep the standard ones. */
  readonly organisations: readonly string[];
  readonly ink: string;
  readonly faintInk: string;
  readonly background: string;
  readonly grid: string;
  /** What is shaded, such as the warm-up. */
  readonly shade: string;
  /** Name of a font that readers have; the shipped one stands in for it. Undefined for the shipped one. */
  readonly font: string | undefined;
  /** Whether lines of organisations differ by dashes too. */
  readonly dash: boolean;
  /** A line below every drawing and the page; undefined for none. */
  readonly footer: string | undefined;
}

/** The colours in which everything is drawn before a theme replaces them. */
export const STANDARD_THEME: Theme = {
  organisations: ORGANISATION_HUES,
  ink: INK,
  faintInk: FAINT_INK,
  background: '#ffffff',
  grid: GRID,
  shade: SHADE,
  font: undefined,
  dash: true,
  footer: undefined,
};
