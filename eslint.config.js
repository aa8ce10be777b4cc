import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Same inputs, same bytes, in every engine: the layers below the page and the data. */
const deterministic = ['src/model/**', 'src/engine/**', 'src/assess/**'];

/** Every engine may round these differently; + - * / and sqrt are exact. */
const inexactMaths =
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh';

const restrictedMaths = [
  { object: 'Math', property: 'random', message: 'Draws come from the seed, in the kernel.' },
  ...inexactMaths.split(' ').map((property) => ({
    object: 'Math',
    property,
    message: 'Engines round it differently: compute it in the kernel.',
  })),
];

export default defineConfig(
  globalIgnores([
    'build/',
    'dist/',
    'coverage/',
    'scripts/types/',
    // AssemblyScript: the same syntax with other types. Its layout is read from both sides.
    'workers/kernel/assembly/*.ts',
    '!workers/kernel/assembly/layout.ts',
  ]),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // The compiler knows the names, those of types too.
      'no-undef': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  {
    files: deterministic,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'The model has no clock: its time is the week.' },
        { name: 'performance', message: 'The model has no clock: its time is the week.' },
        { name: 'crypto', message: 'Draws come from the seed, in the kernel.' },
      ],
      'no-restricted-properties': ['error', ...restrictedMaths],
      'no-restricted-syntax': [
        'error',
        {
          // 2 ** 30 is a way to write a number, not a computation.
          selector:
            'BinaryExpression[operator="**"]:not([left.type="Literal"][right.type="Literal"])',
          message: 'Engines round it differently: compute it in the kernel.',
        },
      ],
    },
  },
  { files: ['scripts/**', 'src/cli/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    // These rules read neither the types in JSDoc nor those that a component gives to the handlers
    // in its markup; the compiler and svelte-check do.
    files: ['**/*.mjs', '**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  { files: ['*.js', '.*.mjs', '**/*.cjs'], extends: [ts.configs.disableTypeChecked] },
);
