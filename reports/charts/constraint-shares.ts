import type { OrganisationResult, Result } from '../../sim/experiment/result.ts';
import { intervalIn, notationOf, percent } from '../words/notation.ts';
import { roleTitle } from '../words/role-words.ts';
import type { Layout, Panel, Position } from './chart.ts';
import { groupHue } from './group-hues.ts';
import { largestOf } from './largest.ts';
import { panelTitle } from './panel-title.ts';
import { INK } from './theme.ts';
import { PERCENT_LABEL } from './weekly-panels.ts';

const FAMILY = 'constraint-share.';
const ROW_HEIGHT = 24;
/** Room for the longest name of a group, so that the panels of all organisations begin at the same place. */
const NAMES_WIDTH = 132;

/**
 * Time as constraint after the warm-up, one row a group, with its interval: also the legend of the timeline.
 */
export function constraintShares(result: Result, organisation: OrganisationResult, layout: Layout): Panel {
  const rows = largestOf(organisation, FAMILY).map(({ member, figure }) => ({
    group: roleTitle(member),
    hue: groupHue(member),
    share: figure.mean,
    // Of few replications an interval may reach beyond what a share can be; it is written in full beside.
    lower: figure.ci95 === null ? null : Math.max(0, figure.ci95[0]),
    upper: figure.ci95 === null ? null : Math.min(1, figure.ci95[1]),
    words: percent(figure.mean),
    interval: figure.ci95 === null ? '' : intervalIn(figure.ci95, notationOf(figure)),
  }));
  // On a narrow page the panel stands below the timeline, so its names are set within, not left of it.
  const isWide = layout === 'wide';
  const [left, width] = isWide ? [0, 150] : [NARROW_NAMES, 190];
  const axis = isWide ? NAMES_AXIS : null;
  const y: Position = { field: 'group', type: 'nominal', title: null, sort: null, axis };
  const x: Position = {
    type: 'quantitative',
    title: null,
    scale: { domain: [0, largestShare(result)], nice: true, range: [left, width] },
    axis: { tickCount: isWide ? 3 : 1, grid: isWide, labelExpr: PERCENT_LABEL, labelFlush: false },
  };
  return {
    width,
    height: ROW_HEIGHT * rows.length,
    data: { values: rows },
    layer: [
      panelTitle('Share of office hours'),
      ...(isWide ? [] : [namesLayer(y)]),
      {
        mark: { type: 'rule', strokeWidth: 2, color: INK },
        encoding: { y, x: { field: 'lower', ...x }, x2: { field: 'upper' } },
      },
      {
        mark: { type: 'point', filled: true, size: 110, opacity: 1, stroke: INK, strokeWidth: 1 },
        encoding: { y, x: { field: 'share', ...x }, color: { field: 'hue', type: 'nominal', scale: null } },
      },
      {
        mark: { type: 'text', align: 'left', fontWeight: 'bold', dx: 14 },
        encoding: { y, x: { value: width }, text: { field: 'words' } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 58, fontSize: 11 },
        encoding: { y, x: { value: width }, text: { field: 'interval' } },
      },
    ],
  };
}

/** Width of the names where they are set within the panel. */
const NARROW_NAMES = 110;

function namesLayer(y: Position): Panel {
  return {
    mark: { type: 'text', align: 'left', limit: NARROW_NAMES },
    encoding: { y, x: { value: -36 }, text: { field: 'group' } },
  };
}

const NAMES_AXIS: NonNullable<Position['axis']> = {
  labelColor: INK,
  labelPadding: 10,
  labelLimit: NAMES_WIDTH - 10,
  minExtent: NAMES_WIDTH,
  grid: true,
};

/** The end of the axis, the same for every organisation. */
function largestShare({ organisations }: Result): number {
  const figures = organisations.flatMap((organisation) => largestOf(organisation, FAMILY));
  return Math.max(0.01, ...figures.map(({ figure }) => Math.min(1, figure.ci95?.[1] ?? figure.mean)));
}
