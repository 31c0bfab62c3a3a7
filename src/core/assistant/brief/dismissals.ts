import type { BriefSection, BriefSubject } from '../../../contracts/brief.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import type { Database } from '../../db/openDatabase.ts';
import type { Clock } from '../../ports.ts';
import type { Dismissed } from './briefFact.ts';

const DAY = 24 * 60 * 60 * 1_000;
/** How long a dismissed line is left out. */
const LEFT_OUT = 7 * DAY;
/** A section comes less once so many different records were dismissed in it within this time. */
const DEMOTED_AFTER = 3;
const DEMOTED_WITHIN = 14 * DAY;

interface Row extends BriefSubject {
  kind: RecordKind;
  dismissedAt: number;
  until: number;
}

export interface Dismissals {
  /** What is dismissed now. */
  current(): Dismissed;
  dismiss(about: readonly BriefSubject[]): void;
  /** As if these had not been dismissed. */
  restore(about: readonly BriefSubject[]): void;
}

/**
 * What is dismissed comes less, and code alone decides how. A record that is dismissed in a section is left out of that
 * section for seven days, and for as long it is no news; in other sections it is told as ever. A section in which three different records were dismissed within
 * fourteen days comes after the others and with two facts at most, until the oldest of the three is fourteen days old.
 * Dismissing a record again begins its days anew and does not count twice. A model gets only the facts that are left, and
 * lines of a section that comes less are put last whatever it wrote.
 */
export function createDismissals(database: Database, clock: Clock): Dismissals {
  const { sqlite } = database;
  const select = sqlite.prepare<[number], Row>(
    `select section, record_kind as kind, record_id as id, dismissed_at as dismissedAt, until from brief_dismissals
     where dismissed_at > ?`,
  );
  const put = sqlite.prepare<[string, string, string, number, number]>(
    `insert into brief_dismissals (section, record_kind, record_id, dismissed_at, until) values (?, ?, ?, ?, ?)
     on conflict do update set dismissed_at = excluded.dismissed_at, until = excluded.until`,
  );
  const remove = sqlite.prepare<[string, string, string]>(
    'delete from brief_dismissals where section = ? and record_kind = ? and record_id = ?',
  );
  const forget = sqlite.prepare<[number]>('delete from brief_dismissals where dismissed_at <= ?');

  return {
    current() {
      const now = clock.now();
      // What was dismissed on a clock that has been set back since counts all the same.
      const rows = select.all(now - DEMOTED_WITHIN);
      const leftOut = rows.filter(({ until }) => until > now);
      const keys = new Set(leftOut.map(keyOf));
      const records = new Set(leftOut.map(({ kind, id }) => `${kind} ${id}`));
      const demoted = new Set(
        [...countBySection(rows)].filter(([, count]) => count >= DEMOTED_AFTER).map(([section]) => section),
      );
      const counts = countBySection(leftOut);
      return {
        has: (subject) => keys.has(keyOf(subject)),
        hasRecord: (kind, id) => records.has(`${kind} ${id}`),
        countOf: (section) => counts.get(section) ?? 0,
        isDemoted: (section) => demoted.has(section),
      };
    },
    dismiss(about) {
      const now = clock.now();
      database.transaction(() => {
        forget.run(now - DEMOTED_WITHIN);
        for (const { section, kind, id } of about) put.run(section, kind, id, now, now + LEFT_OUT);
      });
    },
    restore(about) {
      database.transaction(() => {
        for (const { section, kind, id } of about) remove.run(section, kind, id);
      });
    },
  };
}

const keyOf = ({ section, kind, id }: BriefSubject): string => `${section} ${kind} ${id}`;

function countBySection(rows: readonly BriefSubject[]): Map<BriefSection, number> {
  const counts = new Map<BriefSection, number>();
  for (const { section } of rows) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}
