// Who may import whom. Every layer names the layers that it may import beside itself; imports of
// types count. test/layers.test.ts plants violations and sees each caught.

const folders = {
  model: '^src/model/',
  kernel: '^workers/kernel/|^build/kernel\\.wasm',
  engine: '^src/engine/',
  assess: '^src/assess/',
  workers: '^workers/[^/]+\\.ts$',
  pool: '^workers/(?:pool|node)\\.ts$',
  data: '^src/data/',
  words: '^src/words/',
  charts: '^src/charts/',
  report: '^src/report/',
  state: '^src/state/',
  views: '^src/views/',
  cli: '^src/cli/',
};

/** @type {Partial<Record<keyof typeof folders, (keyof typeof folders)[]>>} */
const mayImport = {
  model: [],
  kernel: [],
  engine: ['model', 'kernel'],
  assess: ['engine', 'model'],
  workers: ['engine', 'model', 'assess'],
  data: ['model'],
  words: ['model'],
  charts: [],
  report: ['assess', 'model', 'words'],
  state: ['model', 'engine', 'assess', 'workers', 'data', 'words', 'report'],
  views: ['model', 'engine', 'assess', 'workers', 'data', 'words', 'report', 'charts', 'state'],
  cli: ['assess', 'data', 'report', 'pool', 'model', 'words'],
};

const layerRules = Object.entries(mayImport).map(([layer, others]) => ({
  name: `layer-${layer}`,
  severity: 'error',
  comment: `${layer} may import ${others.join(', ') || 'no other layer'}`,
  from: { path: folders[layer] },
  to: {
    path: '^(?:src|workers|test|scripts|build)/',
    pathNot: [layer, ...others].map((name) => folders[name]),
  },
}));

/** Layers that also run in a page, or nowhere in particular, know nothing of Node. */
const withoutNode = ['model', 'engine', 'assess', 'data', 'words', 'charts', 'state', 'views'];

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'two files that need each other are one file, or hide a third',
      from: {},
      to: { circular: true },
    },
    {
      name: 'charts-draw-with-d3-only',
      severity: 'error',
      comment: 'marks know arrays and scales',
      from: { path: folders.charts },
      to: { path: 'node_modules/', pathNot: 'node_modules/(?:@types/)?d3' },
    },
    {
      name: 'no-node-in-the-page',
      severity: 'error',
      comment: 'these layers run in a browser too',
      from: { path: withoutNode.map((layer) => folders[layer]).join('|') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-page-in-the-kernel',
      severity: 'error',
      comment: 'the kernel is compiled by itself',
      from: { path: folders.kernel },
      to: { path: 'node_modules/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.mjs'] },
  },
};
