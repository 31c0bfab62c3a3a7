import type { Actor } from '../../src/contracts/change.ts';
import { runIdSchema } from '../../src/contracts/ids.ts';
import type { Change, Workspace } from '../../src/core/workspace.ts';

/**
 * Marta Ferri's workspace: five clients, the projects and notes of a two-person design studio. For pictures and for tests
 * that want a desk that looks used. Dates are told in days from `today`.
 * @param moveClock where the workspace's clock can be set: told before each part when it was written, the oldest first
 */
export function fillStudioFerri(
  workspace: Workspace,
  today: string,
  moveClock: (day: string, time: string) => void = () => undefined,
): void {
  const day = (offset: number): string => {
    const date = new Date(`${today}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + offset);
    return date.toISOString().slice(0, 10);
  };
  const ago = (days: number, time: string): void => {
    moveClock(day(-days), time);
  };
  const user: Actor = { kind: 'user' };
  const create = (kind: Change['kind'], fields: object): string => {
    const result = workspace.changes.apply([{ kind, operation: 'create', fields }], user);
    const record = result.outcome === 'applied' ? result.records[0] : undefined;
    if (!record) throw new Error(`${kind} was not created`);
    return record.id;
  };
  const suggest = (kind: Change['kind'], fields: object, call: string): void => {
    workspace.changes.apply([{ kind, operation: 'create', fields }], {
      kind: 'agent',
      name: 'project',
      conversationId: null,
      runId: runIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000001'),
      toolCallId: call,
    });
  };

  workspace.settings.update({ userName: 'Marta', workspaceName: 'Studio Ferri' });

  const client = (name: string, company: string, email: string, color: number, notes = ''): string =>
    create('client', { name, company, email, color, notes });
  ago(62, '09:10');
  const nordlys = client('Nordlys Energi', 'Ingrid Solheim, Oslo', 'ingrid@nordlys.example', 2);
  const harbour = client('Harbour & Finch', 'Amelia Finch, Bristol', 'amelia@harbourfinch.example', 4);
  const rossi = client(
    'Rossi Vini',
    'Paolo Rossi, Montalcino',
    'paolo@rossivini.example',
    1,
    'Best by phone before ten. His daughter decides about words, the cellar master about dates.',
  );
  const bianchi = client('Studio Legale Bianchi', 'Avv. Chiara Bianchi, Milan', 'segreteria@bianchi.example', 3);
  const kessler = client('Kessler Architekten', 'Jonas Kessler, Basel', 'jonas@kessler.example', 5);

  const project = (name: string, clientId: string | null, color: number, more: object = {}): string =>
    create('project', { name, clientId, color, ...more });
  ago(41, '10:25');
  const shop = project('Wine shop relaunch', rossi, 1, {
    isPinned: true,
    description:
      'New shop for the Montalcino cellar: 38 wines, shipping to 11 countries, Italian, English and German. Soft launch before the Christmas orders.',
  });
  const dashboard = project('Customer dashboard', nordlys, 2, {
    isPinned: true,
    description: 'Consumption and tariffs for 54,000 households, with a pilot of twelve.',
  });
  const letters = project('Bill and letter templates', nordlys, 7);
  const tins = project('Tea tin packaging', harbour, 4, {
    description: 'Three blends, one tin, a lid that says which.',
  });
  const identity = project('Identity and website', bianchi, 3, {
    isPinned: true,
    description: 'Six partners, one voice.',
  });
  const portfolio = project('Portfolio site', kessler, 5);
  const admin = project('Studio admin', null, 6);
  project('Harvest postcards', rossi, 1, { status: 'archived' });
  project('Spring catalogue', harbour, 4, { status: 'archived' });

  const task = (title: string, projectId: string, priority: string, due: number | null, more: object = {}): string =>
    create('task', { title, projectId, priority, dueDate: due === null ? null : day(due), ...more });
  ago(12, '09:05');
  task('Send revised quote for product photography', shop, 'high', -2);
  task('Issue invoice 2026/041, second instalment', dashboard, 'medium', -1);
  const shipping = task('Checkout: shipping to Switzerland and Norway', shop, 'high', 0, {
    status: 'in_progress',
    labels: ['checkout', 'tax'],
    description:
      'Wine cannot ship to Norway without the importer’s number. Show the field only for NO, and quote duty for CH.\n\n- [x] Zones and rates in the admin\n- [x] Duty line for Switzerland\n- [ ] Importer number, Norway only\n- [ ] Test orders, both countries',
  });
  task('Check contrast of the consumption charts', dashboard, 'medium', 0);
  task('Call Avv. Bianchi about the portraits', identity, 'medium', 0, { dueTime: '15:00' });
  task('Pack dieline proofs for the printer in Verona', tins, 'low', 0);
  task('Tariff migration notes', dashboard, 'medium', 1, { status: 'in_progress' });
  task('Two type pairings for the tin lid', tins, 'low', 2);
  task('Age check on the first visit', shop, 'medium', 4);
  task('Staging access for Ingrid and Tor', dashboard, 'high', 4);
  task('Portrait retouching list to Bianchi', identity, 'medium', 5);
  task('Plan and elevation templates', portfolio, 'low', 6);
  task('Vintage filter and tasting sheet template', shop, 'medium', 6);
  task('VAT documents to the accountant', admin, 'high', 11);
  task('Product page copy in German', shop, 'medium', 13);
  task('Order e-mails in three languages', shop, 'low', 14);
  task('Window envelope, second proof', letters, 'low', 9);
  task('Ask two printers for recycled board', tins, 'low', null);

  const checkpoint = (title: string, projectId: string, date: number, isDone = false): string =>
    create('checkpoint', { title, projectId, date: day(date), isDone });
  checkpoint('Catalogue imported', shop, -20, true);
  checkpoint('Design signed off', shop, -7, true);
  checkpoint('Shop soft launch', shop, 12);
  checkpoint('Christmas orders open', shop, 18);
  checkpoint('Staging handover', dashboard, 4);
  checkpoint('Print files to Verona', tins, 7);
  checkpoint('Identity presentation', identity, 15);
  checkpoint('VAT to the accountant', admin, 11);

  const note = (title: string, projectId: string | null, content: string, more: object = {}): string =>
    create('note', { title, projectId, content, ...more });
  ago(10, '16:20');
  note(
    'Kick-off, Montalcino',
    shop,
    'Paolo, his daughter and the cellar master. The shop must feel like the tasting room: few words, good light.\n',
  );
  ago(9, '11:45');
  note('Print and ship, Verona', tins, 'Proofs two days before print. Pallets leave on Tuesdays.\n');
  note('Tone of voice: three examples', shop, 'A cellar speaks plainly. One claim per line, no adjectives in pairs.\n');
  ago(8, '15:30');
  note(
    'Plan drawings on small screens',
    portfolio,
    'Hairlines vanish below 1 px. Two line weights, and a key that opens beside the plan.\n',
  );
  note(
    'Portraits, what Bianchi wants',
    identity,
    'Six partners, one wall, no folded arms. Retouch lightly, keep the glasses.\n',
  );
  const done = (title: string, projectId: string): string => task(title, projectId, 'low', -3, { status: 'done' });
  ago(6, '17:30');
  done('Photo brief for the vineyard shoot', shop);
  done('Catalogue import, 38 wines', shop);
  ago(5, '14:10');
  note('Type pairings for the tin lid', tins, 'A sturdy slab for the blend, a quiet sans for weight and origin.\n');
  done('Cookie notice without a dark pattern', shop);
  ago(4, '09:20');
  note('Week 47', null, 'Price page first, then staging. Friday afternoon stays free.\n', { isPinned: true });
  done('Pilot invitations', dashboard);
  done('Chart palette, version 3', dashboard);
  ago(3, '17:05');
  note('Vineyard shoot, shot list', shop, 'Morning light on the south slope, the press, hands, Paolo with the 2019.\n');
  done('Moodboard, three directions', identity);
  ago(2, '16:40');
  done('Paper samples from Fedrigoni', tins);
  done('Letter grid and address window', letters);
  ago(1, '11:50');
  note(
    'Call with Nordlys',
    dashboard,
    'With Ingrid Solheim and Tor Hagen, 50 minutes. They open staging to the twelve pilot households on Monday, so **Staging handover** stays where it is. What worries Ingrid is the price page: customers read “spot price” as the price they pay.\n\n## Decided\n\n- Charts show øre per kWh with grid rent included. The market price moves to a second line.\n- Four tariffs instead of six. Final names from Ingrid by Friday.\n- Dark theme waits for release 1.1.\n\n## Numbers to check\n\n| Tariff | Households | Grid rent, øre/kWh |\n| --- | ---: | ---: |\n| Standard | 41,200 | 38.4 |\n| Day and night | 9,730 | 44.1 / 29.6 |\n| Cabin | 3,115 | 52.0 |\n\n## Open\n\nTor wants the export as CSV, Ingrid as Excel. I said CSV first and will price the other one.\n',
  );
  ago(1, '14:35');
  note(
    'Tariff table',
    dashboard,
    'Names agreed in the call with Nordlys, six became four. Final names from Ingrid by Friday.\n',
  );
  ago(1, '16:15');
  note(
    'Shipping rules, Rossi Vini',
    shop,
    'Zones, duty and the papers each country wants. Norway only with the importer’s number.\n\n## Switzerland\n\nDuty is quoted at checkout. VOC label above 15 %.\n\n## Norway\n\nImporter’s number is required. Bring delivers, rates of 2025 until the new contract.\n',
    { isPinned: true },
  );
  ago(1, '17:40');
  create('comment', {
    taskId: shipping,
    body: 'Paolo sends the Bring contract on Friday. Until then use the 2025 rates.',
  });

  ago(1, '17:55');
  suggest(
    'task',
    { title: 'Ask Ingrid for the final tariff names', projectId: dashboard, dueDate: day(1) },
    'tariff-names',
  );
  suggest('checkpoint', { title: 'Checkout review', projectId: shop, date: day(8) }, 'checkout-review');
  suggest('task', { title: 'Test orders, Norway and Switzerland', projectId: shop, dueDate: day(6) }, 'test-orders');
}
