import type { ScriptedAnswer } from '../../support/modelServer.ts';

const block = (kind: string, body: unknown): string => `\`\`\`adiuva-${kind}\n${JSON.stringify(body)}\n\`\`\``;

/** What a model answers for the pictures: each kind of block, about the work of Studio Ferri. */
export function drawnAnswers(ids: readonly (string | undefined)[]): ScriptedAnswer[] {
  return [
    {
      text: [
        'Two dates could be meant.',
        block('question', {
          question: 'Which launch should I look at?',
          choices: ['The soft launch on 1 December', 'The public launch', 'Both'],
        }),
      ].join('\n\n'),
    },
    {
      text: [
        'The soft launch holds if these three are done by Wednesday.',
        block('tasks', { ids }),
        'Switzerland is the faster and the cheaper of the two.',
        block('table', {
          columns: ['Country', 'Rate, €', 'Days', 'Customs'],
          rows: [
            ['Switzerland', 9, '2', 'Duty line'],
            ['Norway', 12.5, '3 to 5', 'Importer’s number'],
          ],
        }),
        block('link', { to: { screen: 'tasks', due: 'overdue' }, label: 'See what is overdue' }),
      ].join('\n\n'),
    },
    {
      text: [
        'Most of the week went into the shop.',
        block('chart', {
          type: 'bar',
          title: 'Hours on the wine shop',
          unit: 'h',
          labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
          series: [{ name: 'Wine shop', values: [3, 5.5, 6, 2, 4.5] }],
        }),
        'What has to be there before the launch:',
        block('diagram', {
          nodes: [
            { id: 'copy', label: 'German copy' },
            { id: 'rates', label: 'Bring rates' },
            { id: 'shipping', label: 'Shipping to Switzerland and Norway' },
            { id: 'orders', label: 'Test orders' },
            { id: 'launch', label: 'Soft launch' },
          ],
          edges: [
            { from: 'rates', to: 'shipping' },
            { from: 'shipping', to: 'orders', label: 'two days' },
            { from: 'orders', to: 'launch' },
            { from: 'copy', to: 'launch' },
          ],
        }),
      ].join('\n\n'),
    },
    {
      text: block('chart', {
        type: 'line',
        title: 'Visits by month',
        labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'],
        series: [
          { name: 'Rossi Vini', values: [1200, 1350, 1300, 1720, 2100, 2050, 2400, 1900, 2600, 2900, 3150] },
          { name: 'Nordlys', values: [800, 820, 900, 870, 1100, null, 1250, 1190, 1400, 1380, 1600] },
        ],
      }),
    },
    {
      text: block('chart', {
        type: 'bar',
        title: 'Hours by week',
        unit: 'h',
        labels: ['Week 44', 'Week 45', 'Week 46', 'Week 47'],
        series: [
          { name: 'Wine shop', values: [12, 18, 9, 21] },
          { name: 'Customer dashboard', values: [8, 4, 14, 6] },
          { name: 'Identity and website', values: [3, 6, 5, 2] },
          { name: 'Studio', values: [1, 2, 2, 3] },
        ],
      }),
    },
  ];
}
