import type { Result } from '../../sim/experiment/result.ts';
import type { Layout } from '../charts/chart.ts';
import { journeyLanes } from './journey-lanes.ts';
import { organisationDrawing } from './organisation-drawing.ts';
import { tripsMap } from './trips-map.ts';
import { twoByTwoPicture } from './two-by-two-picture.ts';
import { weekCalendarPicture } from './week-calendar-picture.ts';
import type { Picture, PictureOf } from './picture.ts';

const PICTURES: readonly PictureOf[] = [
  organisationDrawing,
  twoByTwoPicture,
  weekCalendarPicture,
  journeyLanes,
  tripsMap,
];

/** Every picture for which a result has figures, in the order of the report. */
export async function picturesOf(result: Result, layout: Layout): Promise<Picture[]> {
  const pictures = await Promise.all(PICTURES.map((pictureOf) => pictureOf(result, layout)));
  return pictures.filter((picture) => picture !== undefined);
}
