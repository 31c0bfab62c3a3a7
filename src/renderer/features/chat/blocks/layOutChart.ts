import type { ChartBlock } from '../../../../contracts/block.ts';
import { type Scale, scaleOf } from './chartScale.ts';

/** A chart in pixels; y grows downwards. */
export interface ChartLayout {
  readonly scale: Scale;
  /** Of the whole drawing: more than there is room for where every label needs its place. */
  readonly width: number;
  readonly height: number;
  /** Where values begin, after the axis. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  /** Room of one label and its values. */
  readonly band: number;
  /** How many labels lie between two that are written. */
  readonly every: number;
  /** Width of one bar, and of the gap after it. */
  readonly bar: number;
  readonly gap: number;
  yOf(value: number): number;
  /** The middle of a label's room. */
  xOf(index: number): number;
}

const HEIGHT = 184;
const TOP = 18;
const FOOT = 24;
const RIGHT = 4;
const BAR = 12;
const BAR_MIN = 3;
/** Of a figure in meta text. */
const DIGIT = 7.5;
/** Of a letter, in the mean. */
const CHARACTER = 6.4;
/** Labels up to this width are never cut; some are left out instead. */
const LABEL_WIDTH = 44;
/** Between two labels, at least. */
export const LABEL_GAP = 6;

/** @param tickWords what stands at the axis, for its width */
export function layOutChart(
  { type, labels, series }: ChartBlock,
  room: number,
  tickWords: (scale: Scale) => readonly string[],
): ChartLayout {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  // Bars are measured from zero; a line far above it would be flat.
  const isFar = values.length > 0 && Math.min(...values) > Math.max(...values) / 2;
  const scale = scaleOf(values, type === 'bar' || !isFar);
  const left = Math.ceil(Math.max(...tickWords(scale).map((words) => words.length)) * DIGIT) + 8;
  const perLabel = type === 'bar' ? series.length * (BAR_MIN + 1) + 4 : 8;
  const width = Math.max(room, left + RIGHT + labels.length * perLabel);
  const band = (width - left - RIGHT) / labels.length;
  const gap = band / series.length > 8 ? 2 : 1;
  const bar = Math.max(BAR_MIN, Math.min(BAR, Math.floor((band - 4) / series.length) - gap));
  const wanted = Math.min(LABEL_WIDTH, Math.max(...labels.map(widthOfText))) + LABEL_GAP;
  const bottom = HEIGHT - FOOT;
  return {
    scale,
    width,
    height: HEIGHT,
    left,
    top: TOP,
    bottom,
    band,
    every: Math.max(1, Math.ceil(wanted / band)),
    bar,
    gap,
    yOf: (value) => bottom - ((value - scale.from) / (scale.to - scale.from)) * (bottom - TOP),
    xOf: (index) => left + band * (index + 0.5),
  };
}

/** As much of a text as there is room for. */
export function fitText(text: string, room: number): string {
  let left = room;
  let fitting = '';
  for (const character of text) {
    left -= widthOf(character);
    if (left < 0) return `${Array.from(fitting).slice(0, -1).join('')}…`;
    fitting += character;
  }
  return text;
}

function widthOfText(text: string): number {
  return Array.from(text).reduce((width, character) => width + widthOf(character), 0);
}

/** Near enough: letters are not measured, since every label of every chart would be. */
function widthOf(character: string): number {
  if (character > '\u1100') return 13;
  if (/[mwMW@%—]/u.test(character)) return 11;
  return /\p{Lu}/u.test(character) ? 8.5 : CHARACTER;
}
