import type { ActivityFilter, ActivityItem } from '../../contracts/activity.ts';
import type { RecordJson } from '../../contracts/change.ts';
import { PAGE_LIMIT_MAX, type Page } from '../../contracts/page.ts';
import type { HistoryReader } from '../changes/createHistory.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { ActivityService } from '../workspace.ts';

interface CsvParts {
  list(filter: ActivityFilter, limit: number, cursor: string | null | undefined): Page<ActivityItem>;
  readonly history: HistoryReader;
  readonly stores: RecordStores;
}

const COLUMNS = ['time', 'who', 'what', 'kind', 'title', 'project', 'conversation', 'changes'];
/** UTF-16 code units of one value of a field. */
const VALUE_MAX = 500;

/** The activity as CSV (RFC 4180), a thousand rows a page, the header on the first. What a spreadsheet would run is escaped. */
export function createCsv({ list, history, stores }: CsvParts): ActivityService['csv'] {
  return async ({ cursor, ...filter }) => {
    const { stringify } = await import('csv-stringify/sync');
    const { items, nextCursor } = list(filter, PAGE_LIMIT_MAX, cursor);
    const names = new Map<string, string>();
    const nameOf = (kind: 'project' | 'client', id: string): string => {
      let name = names.get(id);
      if (name === undefined) {
        const record = stores[kind].read(id);
        names.set(id, (name = record === null ? '' : stores[kind].titleOf(record)));
      }
      return name;
    };
    const rows = items.map((item) => [
      new Date(item.at).toISOString(),
      item.actorName ?? (item.actorKind === 'agent' ? 'assistant' : item.actorKind),
      whatOf(item),
      item.recordKind ?? '',
      item.tool?.name ?? item.title,
      item.projectId === null ? '' : nameOf('project', item.projectId),
      item.conversationTitle ?? '',
      changesOf(item),
    ]);
    const text = stringify(rows, {
      header: cursor == null,
      columns: COLUMNS,
      escape_formulas: true,
      record_delimiter: 'windows',
      // Of line ends it would quote its own only.
      quoted_match: /[\r\n]/u,
    });
    return { text, nextCursor };

    function changesOf(item: ActivityItem): string {
      const { tool, changeSetId, recordId, fields } = item;
      if (tool !== null) return toolText(tool);
      if (changeSetId === null || recordId === null || fields.length === 0) return '';
      const entry = history.ofChangeSet(changeSetId, 1)[0];
      if (entry === undefined || entry.before === null || entry.after === null) return '';
      const { before, after } = entry;
      return fields.map((field) => `${field}: ${shown(field, before)} -> ${shown(field, after)}`).join('\n');
    }

    function shown(field: string, image: RecordJson): string {
      const value = image[field];
      if (typeof value === 'string') {
        if (field === 'projectId') return nameOf('project', value);
        if (field === 'clientId') return nameOf('client', value);
        return value.length > VALUE_MAX ? `${value.slice(0, VALUE_MAX).toWellFormed()}…` : value;
      }
      if (Array.isArray(value))
        return value.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(', ');
      return value === null || value === undefined ? '' : JSON.stringify(value);
    }
  };
}

function whatOf({ type, undoes, operation, recordCount, recordId }: ActivityItem): string {
  if (type !== 'change') return type;
  const several = recordId === null && recordCount > 1 ? ` (${recordCount})` : '';
  return `${undoes === null ? '' : 'undo: '}${operation ?? 'change'}${several}`;
}

function toolText({ found, duration, error }: NonNullable<ActivityItem['tool']>): string {
  return [
    found === null ? '' : `found: ${found}`,
    duration === null ? '' : `${duration} ms`,
    error === null ? '' : `failed: ${error}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}
